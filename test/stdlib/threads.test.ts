// Green threads: who runs when, and what waits for whom.
import { expect, test } from "vitest";
import { blocking } from "../../runtime/builtins/calls/callable-kind.ts";
import { interpreter } from "../../runtime/builtins/threads.ts";
import {
  Condition,
  current_thread,
  Event,
  local,
  Lock,
  RLock,
  Semaphore,
  Thread,
  Timer,
} from "../../runtime/stdlib/threading.ts";
import {
  as_completed,
  CancelledError,
  ThreadPoolExecutor,
  wait,
  type Future,
} from "../../runtime/stdlib/concurrent/futures.ts";
import { sleep_yielding } from "../../runtime/stdlib/time.ts";

test("a thread runs to its first blocking point inside start", async () => {
  const log: unknown[] = [];
  const work = blocking(async (name: string) => {
    log.push(`${name} starts as ${current_thread().name}`);
    await sleep_yielding(name === "slow" ? 0.02 : 0.01);
    log.push(`${name} ends as ${current_thread().name}`);
  });
  const threads = [
    new Thread({ target: work, args: ["slow"] }),
    new Thread({ target: work, args: ["fast"], name: "F" }),
  ];
  for (const thread of threads) {
    await thread.start();
    log.push(`${thread.name} started, here is ${current_thread().name}`);
  }
  for (const thread of threads) await thread.join();
  const slow = threads[0]?.name;
  expect(log).toEqual([
    `slow starts as ${slow}`,
    `${slow} started, here is MainThread`,
    "fast starts as F",
    "F started, here is MainThread",
    "fast ends as F",
    `slow ends as ${slow}`,
  ]);
  expect(interpreter.current.is_main).toBe(true);
});

test("locks exclude, events wake in order, conditions wait for predicates", async () => {
  const log: unknown[] = [];
  const [lock, event, condition] = [new Lock(), new Event(), new Condition()];
  let ready = false;
  const work = blocking(async (name: string) => {
    await lock.acquire();
    log.push(`${name} in`);
    await sleep_yielding(0.005);
    log.push(`${name} out`);
    lock.release();
    await event.wait();
    log.push(`${name} saw the event`);
    await condition.acquire();
    await condition.wait_for(() => ready);
    log.push(`${name} is ready`);
    condition.release();
  });
  const threads = ["a", "b"].map((name) => new Thread({ target: work, args: [name] }));
  for (const thread of threads) await thread.start();
  await sleep_yielding(0.03);
  event.set();
  await sleep_yielding(0.005);
  await condition.acquire();
  ready = true;
  condition.notify_all();
  condition.release();
  for (const thread of threads) await thread.join();
  expect(log).toEqual([
    "a in",
    "a out",
    "b in",
    "b out",
    "a saw the event",
    "b saw the event",
    "a is ready",
    "b is ready",
  ]);
});

test("timeouts, reentrant locks, semaphores, timers and locals", async () => {
  const lock = new Lock();
  await lock.acquire();
  expect(await lock.acquire(true, 0.01)).toBe(false);
  expect(await lock.acquire(false)).toBe(false);
  const reentrant = new RLock();
  await reentrant.acquire();
  expect(await reentrant.acquire()).toBe(true);
  const semaphore = new Semaphore(1);
  expect(await semaphore.acquire()).toBe(true);
  expect(await semaphore.acquire(true, 0.01)).toBe(false);
  const own = new local();
  own["x"] = 1;
  const seen: unknown[] = [];
  const timer = new Timer(0.01, () => seen.push("x" in own, current_thread() === timer));
  await timer.start();
  await timer.join();
  expect(seen).toEqual([false, true]);
  expect(own["x"]).toBe(1);
});

test("pool jobs start inside submit, and wait for a worker when there is none", async () => {
  const log: unknown[] = [];
  const job = blocking(async (n: number) => {
    log.push(`${n} starts in ${current_thread().name.slice(-2)}`);
    await sleep_yielding(0.01 * n);
    log.push(`${n} ends in ${current_thread().name.slice(-2)}`);
    return n * n;
  });
  const pool = new ThreadPoolExecutor(2);
  const futures = [1, 2, 3].map((n) => pool.submit(job, n) as Future<number>);
  log.push("submitted");
  const ended: number[] = [];
  for await (const future of as_completed(futures)) ended.push(await future.result());
  const { done, not_done } = await wait(futures);
  await pool.shutdown();
  expect([ended, done.size, not_done.size]).toEqual([[1, 4, 9], 3, 0]);
  expect(log).toEqual([
    "1 starts in _0",
    "2 starts in _1",
    "submitted",
    "1 ends in _0",
    "3 starts in _0",
    "2 ends in _1",
    "3 ends in _0",
  ]);
  expect(() => pool.submit(job, 1)).toThrow("cannot schedule new futures after shutdown");
});

test("jobs that don't block end inside submit; locks they take keep their thread", async () => {
  const pool = new ThreadPoolExecutor(3);
  const names: string[] = [];
  const lock = new Lock();
  const locking = blocking(async () => {
    await lock.acquire();
    names.push(current_thread().name.slice(-2));
    lock.release();
  });
  const first = pool.submit((x: number) => x + 1, 1);
  expect(first.done()).toBe(true);
  const second = pool.submit(locking);
  expect(interpreter.current.is_main).toBe(true);
  await second.result();
  expect(await first.result()).toBe(2);
  expect(names).toEqual(["_0"]);
  const failing = pool.submit(() => {
    throw new CancelledError("no");
  });
  await expect(failing.result()).rejects.toThrow("no");
  expect(await pool.map((x: number) => x * 2, [1, 2, 3]).to_list()).toEqual([2, 4, 6]);
  await pool.shutdown();
});
