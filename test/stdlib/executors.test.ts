// Loops beside threads: run_in_executor, to_thread, a loop in a second thread.
import { expect, test } from "vitest";
import * as asyncio from "../../runtime/asyncio/index.ts";
import { blocking } from "../../runtime/builtins/calls/callable-kind.ts";
import { current_thread, Thread } from "../../runtime/stdlib/threading.ts";
import { ThreadPoolExecutor } from "../../runtime/stdlib/concurrent/futures.ts";
import { sleep_yielding } from "../../runtime/stdlib/time.ts";

test("run_in_executor: jobs start at once, the loop goes on meanwhile", async () => {
  const log: unknown[] = [];
  const job = blocking(async (n: number) => {
    log.push(`start ${n}`);
    await sleep_yielding(0.06 * n);
    log.push(`end ${n} ${current_thread().name}`);
    return n;
  });
  const main = async (): Promise<unknown> => {
    const loop = asyncio.get_running_loop();
    const ticker = asyncio.create_task(async () => {
      for (let i = 0; i < 2; i++) {
        log.push(`tick ${i}`);
        await asyncio.sleep(0.01);
      }
    });
    const futures = [1, 2].map((n) => loop.run_in_executor(null, job, n));
    log.push("submitted");
    const results = await asyncio.gather(...futures);
    await ticker;
    const pool = new ThreadPoolExecutor();
    results.push(await loop.run_in_executor(pool, (x: number) => x + 1, 41));
    await pool.shutdown();
    results.push(await asyncio.to_thread(job, 3));
    return results;
  };
  expect(await asyncio.run(main)).toEqual([1, 2, 42, 3]);
  expect(log).toEqual([
    "start 1",
    "start 2",
    "submitted",
    "tick 0",
    "tick 1",
    "end 1 asyncio_0",
    "end 2 asyncio_1",
    "start 3",
    "end 3 asyncio_0",
  ]);
});

test("errors of jobs arrive, also when the job runs at once", async () => {
  const main = async (): Promise<void> => {
    const loop = asyncio.get_running_loop();
    await loop.run_in_executor(null, () => {
      throw new asyncio.TimeoutError("late");
    });
  };
  await expect(asyncio.run(main)).rejects.toThrow("late");
});

test("a loop in a second thread takes coroutines and callbacks from the first", async () => {
  const log: string[] = [];
  const loop = asyncio.new_event_loop();
  const start_loop = blocking(async (it: typeof loop) => {
    asyncio.set_event_loop(it);
    log.push("loop starts");
    await it.run_forever();
    log.push("loop ends");
  });
  const work = async (number: number): Promise<string> => {
    log.push(`coroutine ${number} starts`);
    await asyncio.sleep(0.02);
    return `coroutine ${number} returns`;
  };
  const thread = new Thread({ target: start_loop, args: [loop] });
  await thread.start();
  const futures = [0, 1, 2].map((n) => asyncio.run_coroutine_threadsafe(() => work(n), loop));
  loop.call_soon_threadsafe((text: string) => void log.push(text), "callback");
  await sleep_yielding(0.01);
  log.push("main goes on");
  for (const future of futures) log.push(await future.result());
  loop.call_soon_threadsafe(() => loop.stop());
  await thread.join();
  loop.close();
  expect(log).toEqual([
    "loop starts",
    "callback",
    "coroutine 0 starts",
    "coroutine 1 starts",
    "coroutine 2 starts",
    "main goes on",
    "coroutine 0 returns",
    "coroutine 1 returns",
    "coroutine 2 returns",
    "loop ends",
  ]);
});
