// asyncio for TypeScript's own users: native promises, code outside of tasks, types.
import { expect, expectTypeOf, test } from "vitest";
import * as asyncio from "../../runtime/asyncio/index.ts";
import { logger } from "../../runtime/asyncio/log.ts";

test("a task can be awaited outside of the loop", async () => {
  let task: asyncio.Task<string> | null = null;
  const running = asyncio.run(async () => {
    task = asyncio.create_task(async () => {
      await asyncio.sleep(0.02);
      return "done";
    });
    await task;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await (task as asyncio.Task<string> | null)).toBe("done");
  await running;
  expect(await (task as asyncio.Task<string> | null)).toBe("done");
});

test("others run while a wrapped promise is awaited", async () => {
  const log: string[] = [];
  await asyncio.run(async () => {
    const other = asyncio.create_task(async () => {
      log.push("other");
    });
    const later = new Promise<string>((resolve) => setTimeout(resolve, 10, "promise"));
    log.push(await asyncio.wrap_promise(later));
    await other;
  });
  expect(log).toEqual(["other", "promise"]);
});

test("a bare promise holds the loop, as a blocking call does in Python", async () => {
  const log: string[] = [];
  await asyncio.run(async () => {
    const other = asyncio.create_task(async () => {
      log.push("other");
    });
    log.push(await new Promise<string>((resolve) => setTimeout(resolve, 10, "promise")));
    await other;
  });
  expect(log).toEqual(["promise", "other"]);
});

test("debug mode names what holds the loop", async () => {
  const lines: string[] = [];
  const { sink } = logger;
  logger.sink = ({ text }) => void lines.push(text);
  try {
    await asyncio.run(
      async () => {
        asyncio.current_task()?.set_name("holder");
        await new Promise((resolve) => setTimeout(resolve, 120));
      },
      { debug: true },
    );
  } finally {
    logger.sink = sink;
  }
  expect(lines).toEqual([
    "Using selector: EpollSelector",
    expect.stringMatching(/^Executing <Task finished name='holder' .* took 0\.\d{3} seconds$/),
  ]);
});

test("awaiting two things at once in a task is refused, and the task goes on", async () => {
  const log: string[] = [];
  await asyncio.run(async () => {
    const tasks = [1, 2].map((n) => asyncio.create_task(() => asyncio.sleep(0.001, n)));
    await Promise.all(tasks).catch((error: unknown) => log.push((error as Error).name));
    for (const task of tasks) log.push(String(await task));
  });
  expect(log).toEqual(["RuntimeError", "1", "2"]);
});

test("an error of the user's own comes back as it is", async () => {
  const error = new Error("mine");
  const failing = asyncio.run(async () => {
    await asyncio.create_task(async () => {
      throw error;
    });
  });
  await expect(failing).rejects.toBe(error);
});

test("failures that nobody retrieves are told when the loop closes", async () => {
  const messages: unknown[] = [];
  await asyncio.run(async () => {
    const loop = asyncio.get_running_loop();
    loop.set_exception_handler((_loop, context) => messages.push(context.get("message")));
    asyncio.create_task(async () => {
      throw new Error("lost");
    });
    await asyncio.sleep(0);
  });
  expect(messages).toEqual(["Task exception was never retrieved"]);
});

test("memory and the stack do not grow with the number of steps", async () => {
  const count = await asyncio.run(async () => {
    let steps = 0;
    for (; steps < 200_000; steps++) await asyncio.sleep(0);
    return steps;
  });
  expect(count).toBe(200_000);
});

test("results have the types of what was awaited", () => {
  const typed = async (): Promise<void> => {
    const number = async (): Promise<number> => 1;
    const text = asyncio.create_task(async () => "a");
    expectTypeOf(await asyncio.gather(number, text)).toEqualTypeOf<[number, string]>();
    expectTypeOf(text).toEqualTypeOf<asyncio.Task<string>>();
    expectTypeOf(await asyncio.wait_for(number, 1)).toEqualTypeOf<number>();
    expectTypeOf(await asyncio.shield(text)).toEqualTypeOf<string>();
    const [done] = await asyncio.wait([text]);
    for (const task of done) expectTypeOf(task.result()).toEqualTypeOf<string>();
    // @ts-expect-error -- a promise that has started is no coroutine
    asyncio.create_task(number());
  };
  expectTypeOf(typed).toBeFunction();
});

test("then, catch and finally by hand wait as await does", async () => {
  const log: unknown[] = [];
  await asyncio.run(async () => {
    const loop = asyncio.get_running_loop();
    log.push(await asyncio.sleep(0.001, 4).then((value) => value + 1));
    const future = loop.create_future<number>();
    loop.call_soon(() => future.set_exception(new Error("broken")));
    const caught = await future.catch((error: unknown) => String(error));
    expectTypeOf(caught).toEqualTypeOf<number | string>();
    log.push(caught);
    const lock = new asyncio.Lock();
    await lock.acquire();
    const sleeping = asyncio.create_task(() =>
      asyncio.sleep(10).finally(() => {
        log.push("finally");
        lock.release();
      }),
    );
    await asyncio.sleep(0);
    sleeping.cancel();
    log.push(await lock.acquire().then(() => sleeping.cancelled()));
    log.push(await sleeping.catch((error: unknown) => error instanceof asyncio.CancelledError));
  });
  expect(log).toEqual([5, "Error: broken", "finally", true, true]);
});
