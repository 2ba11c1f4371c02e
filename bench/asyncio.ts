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
  for (let i = 0; i < count / 10_000; i++) {
    const tasks = Array.from({ length: 10_000 }, () => asyncio.create_task(work));
    for (const task of tasks) await task;
  }
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
    for (let i = 0; i < count / 10; i++) {
      await queue.get();
      queue.task_done();
    }
  }
  await asyncio.gather(produce, ...Array.from({ length: 10 }, () => consume));
}

async function deep_chains(count: number): Promise<void> {
  async function descend(depth: number): Promise<number> {
    if (depth === 0) {
      await asyncio.sleep(0);
      return 0;
    }
    return (await descend(depth - 1)) + 1;
  }
  for (let i = 0; i < count / 100; i++) await descend(100);
}

async function cancellation_storm(count: number): Promise<void> {
  async function wait(): Promise<void> {
    await asyncio.sleep(3600);
  }
  for (let i = 0; i < count / 10_000; i++) {
    const tasks = Array.from({ length: 10_000 }, () => asyncio.create_task(wait));
    await asyncio.sleep(0);
    for (const task of tasks) task.cancel();
    await asyncio.gather(...tasks, { return_exceptions: true });
  }
}

async function group_churn(count: number): Promise<void> {
  for (let i = 0; i < count / 10; i++) {
    const group = new asyncio.TaskGroup();
    await group.__aenter__();
    for (let j = 0; j < 10; j++) group.create_task(nothing);
    await group.__aexit__(null, null, null);
  }
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
  "sleep(0) between two tasks": [sleep_zero, 400_000],
  "create_task + await": [spawn_and_await, 200_000],
  "await that does not suspend": [plain_await, 2_000_000],
  "future ping-pong": [future_ping_pong, 300_000],
  "10,000 tasks": [many_tasks, 50_000],
  "gather of 100,000": [gather_many, 100_000],
  "100,000 sleeps": [sleep_many, 100_000],
  "queue, 10 consumers": [queue_items, 200_000],
  "lock under contention": [lock_contention, 100_000],
  "await chains 100 deep": [deep_chains, 1_000_000],
  "cancellation of 10,000": [cancellation_storm, 30_000],
  "TaskGroups of 10": [group_churn, 100_000],
};

const results: Record<string, number> = {};
for (const [name, [benchmark, count]] of Object.entries(benchmarks)) {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    await asyncio.run(() => benchmark(count));
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, ((user + system) * 1000) / count);
  }
  results[name] = best;
}
{
  const loop_future = (): (() => Promise<unknown>) => {
    const future = asyncio.get_running_loop().create_future();
    return async () => await future;
  };
  const event_wait = (): (() => Promise<unknown>) => {
    const event = new asyncio.Event();
    return async () => await event.wait();
  };
  results["bytes per task at a future"] = await bytes_per_task(loop_future);
  results["bytes per task at an event"] = await bytes_per_task(event_wait);
  results["bytes per task in sleep"] = await bytes_per_task(
    () => async () => await asyncio.sleep(3600),
  );
}
console.log(JSON.stringify(results));

/** What a task costs that waits, its coroutine included. Needs --expose-gc. */
async function bytes_per_task(make_wait: () => () => Promise<unknown>): Promise<number> {
  const count = 20_000;
  return asyncio.run(async () => {
    const wait = make_wait();
    // What comes with the first ones, compiled code above all, is no part of it.
    for (let i = 0; i < 2_000; i++) asyncio.create_task(wait);
    await asyncio.sleep(0);
    gc?.();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < count; i++) asyncio.create_task(wait);
    await asyncio.sleep(0);
    gc?.();
    return (process.memoryUsage().heapUsed - before) / count;
  });
}
