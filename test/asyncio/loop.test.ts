// The loop's own order: handles, timers, ties, stopping, closing, clocks.
import { expect, test } from "vitest";
import * as asyncio from "../../runtime/asyncio/index.ts";
import { RuntimeError } from "../../runtime/builtins/exceptions/index.ts";
import { run_virtual, virtual_loop } from "./support.ts";

test("equal call_at times come out in heapq's order, call_later in that of creation", async () => {
  const log: string[] = [];
  await run_virtual(async () => {
    const loop = asyncio.get_running_loop();
    for (let i = 0; i < 5; i++) loop.call_at(1, () => log.push(`at${i}`));
    for (let i = 0; i < 9; i++) loop.call_later(2, () => log.push(`later${i}`));
    await asyncio.sleep(3);
  });
  expect(log.slice(0, 5)).toEqual(["at0", "at2", "at1", "at4", "at3"]);
  expect(log.slice(5)).toEqual(Array.from({ length: 9 }, (_, i) => `later${i}`));
});

test("what is due goes behind what is ready", async () => {
  const log: string[] = [];
  await run_virtual(async () => {
    const loop = asyncio.get_running_loop();
    loop.call_later(0, () => log.push("later"));
    loop.call_soon(() => log.push("soon"));
    await asyncio.sleep(1);
  });
  expect(log).toEqual(["soon", "later"]);
});

test("cancelled timers are dropped together when they are many, and the rest keeps its times", async () => {
  const log: number[] = [];
  await run_virtual(async () => {
    const loop = asyncio.get_running_loop();
    const timers = Array.from({ length: 300 }, (_, i) => loop.call_at(300 - i, () => log.push(i)));
    for (const [i, timer] of timers.entries()) if (i % 3 !== 0) timer.cancel();
    await asyncio.sleep(400);
  });
  expect(log).toEqual(Array.from({ length: 100 }, (_, i) => 297 - 3 * i));
});

test("stop ends the loop after the iteration, and it can run again", async () => {
  const log: string[] = [];
  const loop = virtual_loop();
  loop.call_soon(() => {
    log.push("first");
    loop.stop();
    loop.call_soon(() => log.push("third"));
  });
  loop.call_soon(() => log.push("second"));
  await loop.run_forever();
  expect(log).toEqual(["first", "second"]);
  loop.call_soon(() => loop.stop());
  await loop.run_forever();
  expect(log).toEqual(["first", "second", "third"]);
  loop.close();
  expect(() => loop.call_soon(() => {})).toThrow("Event loop is closed");
});

test("a running loop is not run again", async () => {
  await run_virtual(async () => {
    await expect(asyncio.run(async () => {})).rejects.toMatchObject({
      args: ["asyncio.run() cannot be called from a running event loop"],
    });
    const loop = asyncio.get_running_loop();
    await expect(loop.run_until_complete(async () => {})).rejects.toMatchObject({
      args: ["This event loop is already running"],
    });
  });
  expect(() => asyncio.get_running_loop()).toThrow(RuntimeError);
});

test("an exception in a callback goes to the handler, and the loop goes on", async () => {
  const log: unknown[] = [];
  await run_virtual(async () => {
    const loop = asyncio.get_running_loop();
    loop.set_exception_handler((_loop, context) => log.push(context.get("exception")));
    const error = new Error("callback");
    loop.call_soon(() => {
      throw error;
    });
    await asyncio.sleep(0);
    await asyncio.sleep(0);
    expect(log).toEqual([error]);
  });
});

test("a deadlock on the virtual clock is told with the tasks", async () => {
  const deadlock = run_virtual(async () => {
    const never = asyncio.create_task(
      async () => {
        await new asyncio.Event().wait();
      },
      { name: "never" },
    );
    await never;
  });
  await expect(deadlock).rejects.toThrow(asyncio.DeadlockError);
  await expect(deadlock).rejects.toMatchObject({
    args: [
      expect.stringMatching(
        /never waits for <asyncio\.locks\.Event .*\n +Task-\d+ waits for never/,
      ),
    ],
  });
});

test("a day on the virtual clock takes no time", async () => {
  const start = performance.now();
  const slept = await run_virtual(async () => {
    const loop = asyncio.get_running_loop();
    await asyncio.sleep(86_400);
    return Number(loop.time());
  });
  expect(slept).toBe(86_400);
  expect(performance.now() - start).toBeLessThan(1000);
});
