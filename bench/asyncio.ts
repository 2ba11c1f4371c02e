// asyncio's basic operations on our loop: prints nanoseconds per operation as JSON, the best of some rounds.
import * as asyncio from "../runtime/asyncio/index.ts";

const ROUNDS = 5;

async function ping(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await asyncio.sleep(0);
}

async function sleep_zero(count: number): Promise<void> {
  await asyncio.gather(
    () => ping(count / 2),
    () => ping(count / 2),
  );
}

async function nothing(): Promise<void> {}

async function spawn_and_await(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await asyncio.create_task(nothing);
}

async function plain_await(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await nothing();
}

async function future_ping_pong(count: number): Promise<void> {
  const loop = asyncio.get_running_loop();
  let here = loop.create_future();
  let there = loop.create_future();
  async function play_here(): Promise<void> {
    for (let i = 0; i < count / 2; i++) {
      await here;
      here = loop.create_future();
      there.set_result(null);
    }
  }
  async function play_there(): Promise<void> {
    for (let i = 0; i < count / 2; i++) {
      await there;
      there = loop.create_future();
      here.set_result(null);
    }
  }
  here.set_result(null);
  await asyncio.gather(play_here, play_there);
}

async function many_tasks(count: number): Promise<void> {
  const work = async (): Promise<void> => {
    await asyncio.sleep(0);
  };
  const tasks = Array.from({ length: count }, () => asyncio.create_task(work));
  for (const task of tasks) await task;
}

async function gather_many(count: number): Promise<void> {
  await asyncio.gather(...Array.from({ length: count }, () => () => nothing()));
}

async function sleep_many(count: number): Promise<void> {
  await asyncio.gather(
    ...Array.from({ length: count }, (_, i) => () => asyncio.sleep(0.001 * (i % 10))),
  );
}

async function queue_items(count: number): Promise<void> {
  const queue = new asyncio.Queue<number>(10);
  async function produce(): Promise<void> {
    for (let i = 0; i < count; i++) await queue.put(i);
  }
  async function consume(): Promise<void> {
    for (let i = 0; i < count; i++) await queue.get();
  }
  await asyncio.gather(produce, consume);
}

async function lock_contention(count: number): Promise<void> {
  const lock = new asyncio.Lock();
  async function work(): Promise<void> {
    for (let i = 0; i < count / 10; i++) {
      await lock.acquire();
      try {
        await asyncio.sleep(0);
      } finally {
        lock.release();
      }
    }
  }
  await asyncio.gather(...Array.from({ length: 10 }, () => () => work()));
}

const benchmarks: Readonly<Record<string, readonly [(count: number) => Promise<void>, number]>> = {
  "sleep(0) between two tasks": [sleep_zero, 200_000],
  "create_task + await": [spawn_and_await, 100_000],
  "await that does not suspend": [plain_await, 1_000_000],
  "future ping-pong": [future_ping_pong, 100_000],
  "10,000 tasks": [many_tasks, 10_000],
  "gather of 10,000": [gather_many, 10_000],
  "10,000 sleeps": [sleep_many, 10_000],
  "queue items": [queue_items, 50_000],
  "lock under contention": [lock_contention, 50_000],
};

const results: Record<string, number> = {};
for (const [name, [benchmark, count]] of Object.entries(benchmarks)) {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await asyncio.run(() => benchmark(count));
    best = Math.min(best, ((performance.now() - start) * 1e6) / count);
  }
  results[name] = best;
}
console.log(JSON.stringify(results));
