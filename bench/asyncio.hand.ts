// The same on bare promises, where that means the same: prints nanoseconds per operation as JSON.
const ROUNDS = 5;

async function nothing(): Promise<void> {}

async function ping(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await Promise.resolve();
}

async function descend(depth: number): Promise<number> {
  if (depth === 0) {
    await Promise.resolve();
    return 0;
  }
  return (await descend(depth - 1)) + 1;
}

const benchmarks: Readonly<Record<string, readonly [(count: number) => Promise<unknown>, number]>> =
  {
    "sleep(0) between two tasks": [
      (count) => Promise.all([ping(count / 2), ping(count / 2)]),
      400_000,
    ],
    "create_task + await": [
      async (count) => {
        for (let i = 0; i < count; i++) await nothing();
      },
      200_000,
    ],
    "await that does not suspend": [
      async (count) => {
        for (let i = 0; i < count; i++) await nothing();
      },
      2_000_000,
    ],
    "10,000 tasks": [
      async (count) => {
        for (let i = 0; i < count / 10_000; i++)
          await Promise.all(Array.from({ length: 10_000 }, () => ping(1)));
      },
      50_000,
    ],
    "gather of 100,000": [(count) => Promise.all(Array.from({ length: count }, nothing)), 100_000],
    "100,000 sleeps": [
      (count) =>
        Promise.all(
          Array.from({ length: count }, (_, i) => new Promise((end) => setTimeout(end, i % 10))),
        ),
      100_000,
    ],
    "await chains 100 deep": [
      async (count) => {
        for (let i = 0; i < count / 100; i++) await descend(100);
      },
      1_000_000,
    ],
  };

const results: Record<string, number> = {};
for (const [name, [benchmark, count]] of Object.entries(benchmarks)) {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    await benchmark(count);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, ((user + system) * 1000) / count);
  }
  results[name] = best;
}
console.log(JSON.stringify(results));
