// Tasks as CPython has them: names, cancellation, results that are awaitables, turns of the loop.
import { expect, test } from "vitest";
import * as asyncio from "../../runtime/asyncio/index.ts";
import { as_value } from "../../runtime/builtins/handover.ts";
import { repr } from "../../runtime/builtins/representation.ts";
import { run_virtual } from "./support.ts";

test("each run uses two numbers more for its shutdown", async () => {
  const number = (): Promise<number> =>
    run_virtual(async () => Number(asyncio.current_task()?.get_name().slice("Task-".length)));
  const first = await number();
  expect([await number(), await number()]).toEqual([first + 3, first + 6]);
});

test("a task that is cancelled before its first step never runs", async () => {
  const log: string[] = [];
  await run_virtual(async () => {
    const task = asyncio.create_task(async () => {
      log.push("started");
    });
    task.cancel();
    await expect(outcome(task)).resolves.toBe("CancelledError()");
    expect(task.cancelled()).toBe(true);
  });
  expect(log).toEqual([]);
});

test("the first message arrives where the task hung, the last where the cancel was pending", async () => {
  await run_virtual(async () => {
    const hanging = asyncio.create_task(() => asyncio.sleep(1));
    await asyncio.sleep(0);
    hanging.cancel("a");
    hanging.cancel("b");
    expect(await outcome(hanging)).toBe("CancelledError('a')");
    const pending = asyncio.create_task(() => asyncio.sleep(1));
    pending.cancel("a");
    pending.cancel("b");
    expect(await outcome(pending)).toBe("CancelledError('b')");
  });
});

test("uncancel drops a cancel that is not delivered", async () => {
  await run_virtual(async () => {
    const task = asyncio.create_task(async () => "ran");
    task.cancel();
    expect(task.uncancel()).toBe(0);
    expect(await task).toBe("ran");
  });
});

test("results are never flattened", async () => {
  await run_virtual(async () => {
    const inner = asyncio.create_task(async () => 1);
    const outer = asyncio.create_task(async () => as_value(inner) as unknown);
    await asyncio.wait([outer]);
    expect(outer.result() === inner).toBe(true);
  });
});

test.each([
  ["task", 2, () => asyncio.create_task(nothing)],
  ["gather", 3, () => asyncio.gather(nothing)],
  ["shield", 3, () => asyncio.shield(nothing)],
  ["wait", 3, () => asyncio.wait([asyncio.create_task(nothing)])],
  ["wait_for", 0, () => asyncio.wait_for(nothing, 1)],
  ["gather of nothing", 0, () => asyncio.gather()],
  ["TaskGroup", 3, in_group],
])("awaiting a %s is over after %i ticks", async (_name, ticks, awaited) => {
  await run_virtual(async () => {
    const loop = asyncio.get_running_loop();
    let count = 0;
    let is_over = false;
    const tick = (): void => {
      count++;
      if (!is_over) loop.call_soon(tick);
    };
    // The first tick stands before what is awaited; CPython counts the same.
    loop.call_soon(tick);
    await awaited();
    is_over = true;
    expect(count).toBe(ticks);
    await asyncio.sleep(0);
  });
});

test("as_completed gives coroutines in plain iteration, futures in asynchronous iteration", async () => {
  await run_virtual(async () => {
    const sleepers = (): asyncio.Task<string>[] =>
      ["c", "a", "b"].map((text, i) =>
        asyncio.create_task(() => asyncio.sleep([3, 1, 2][i] ?? 0, text)),
      );
    const plain: string[] = [];
    for (const next of asyncio.as_completed(sleepers())) plain.push(await next);
    expect(plain).toEqual(["a", "b", "c"]);
    const tasks = sleepers();
    const found: number[] = [];
    for await (const task of asyncio.as_completed(tasks)) found.push(tasks.indexOf(task as never));
    expect(found).toEqual([1, 2, 0]);
  });
});

test("wait_for runs the coroutine in the caller's task", async () => {
  await run_virtual(async () => {
    const own = asyncio.current_task();
    const seen = await asyncio.wait_for(async () => [asyncio.current_task()] as const, 1);
    expect(seen[0] === own).toBe(true);
  });
});

test("the repr of a task says what it waits for", async () => {
  await run_virtual(async () => {
    const future = asyncio.get_running_loop().create_future();
    async function work(): Promise<void> {
      await future;
    }
    const task = asyncio.create_task(work, { name: "worker" });
    await asyncio.sleep(0);
    expect(repr(task)).toBe(
      "<Task pending name='worker' coro=<work()> wait_for=<Future pending cb=[Task.task_wakeup()]>>",
    );
    task.cancel();
    expect(repr(task)).toMatch(/^<Task cancelling name='worker'/);
    await outcome(task);
    expect(repr(task)).toBe("<Task cancelled name='worker' coro=<work()>>");
  });
});

async function nothing(): Promise<void> {}

async function in_group(): Promise<void> {
  const group = await new asyncio.TaskGroup().__aenter__();
  group.create_task(nothing);
  await group.__aexit__(null, null, null);
}

async function outcome(task: asyncio.Task<unknown>): Promise<string> {
  try {
    return repr(await task);
  } catch (error) {
    return repr(error);
  }
}
