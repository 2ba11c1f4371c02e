// What random programs share, in JavaScript: the same words as in prelude.py.
import * as asyncio from "../../runtime/asyncio/index.ts";
import type { Dynamic } from "../../runtime/builtins/dynamic.ts";
import {
  BaseException,
  BaseExceptionGroup,
  Exception,
  ExceptionGroup,
  KeyError,
  RuntimeError,
  TimeoutError,
  ValueError,
} from "../../runtime/builtins/exceptions/index.ts";
import { as_value } from "../../runtime/builtins/handover.ts";
import { class_name } from "../../runtime/builtins/type-name.ts";

type AnyTask = asyncio.Task<Dynamic>;
type Manager = {
  __aenter__(): Promise<unknown>;
  __aexit__(type: unknown, error: unknown, traceback: null): Promise<unknown>;
};

/** A fresh set of names for one program; `lines` fills with its log. */
export function make_prelude(
  loop: asyncio.EventLoop,
  lines: string[],
): Readonly<Record<string, unknown>> {
  const tasks: AnyTask[] = [];
  let first_number: number | null = null;
  const futures = Array.from({ length: 3 }, () => loop.create_future());
  const events = Array.from({ length: 2 }, () => new asyncio.Event());
  const locks = Array.from({ length: 2 }, () => new asyncio.Lock());
  const semaphores = [new asyncio.Semaphore(2), new asyncio.BoundedSemaphore(1)];
  const conditions = [new asyncio.Condition()];
  const barriers = [new asyncio.Barrier(2)];
  const queues: asyncio.Queue<Dynamic>[] = [
    new asyncio.Queue<Dynamic>(),
    new asyncio.Queue<Dynamic>(1),
    new asyncio.LifoQueue<Dynamic>(2),
    new asyncio.PriorityQueue<Dynamic>(),
  ];

  const number = (task: AnyTask): number => {
    const digits = task.get_name().replace(/^Task-/, "");
    if (!/^\d+$/.test(digits)) return 0;
    first_number ??= Number(digits);
    return Number(digits) - first_number;
  };
  const show = (value: Dynamic): string => {
    if (value instanceof asyncio.Task) return `Task${number(value)}`;
    if (value instanceof BaseExceptionGroup)
      return `${class_name(value.constructor)}[${value.exceptions.map(show).join(", ")}]`;
    if (value instanceof RuntimeError) return class_name(value.constructor);
    if (value instanceof BaseException)
      return `${class_name(value.constructor)}(${value.args.map(show).join(", ")})`;
    if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
    if (value instanceof Error) return `internal ${value.stack}`;
    if (typeof value === "boolean") return value ? "True" : "False";
    return value == null ? "None" : String(value);
  };
  const log = (...words: Dynamic[]): void => {
    const task = asyncio._get_running_loop() === null ? null : asyncio.current_task();
    const who = task === null ? "-" : `T${number(task)}`;
    lines.push(
      `${Number(loop.time())} ${who} ${words.map((word) => (typeof word === "string" ? word : show(word))).join(" ")}`,
    );
  };
  const state = (future: asyncio.Future<Dynamic>): string => {
    if (!future.done()) return "pending";
    if (future.cancelled()) return "cancelled";
    const error: unknown = future.exception();
    return error === null ? `result ${show(future.result())}` : show(error);
  };
  const on_exception = (_loop: unknown, context: Dynamic): void => {
    if (!/never retrieved|destroyed/.test(context.get("message")))
      log("handler", show(context.get("exception") ?? null));
  };
  const keep = (task: AnyTask): AnyTask => {
    tasks.push(task);
    return task;
  };
  const pick = (i: number): AnyTask | null => tasks[i % tasks.length] ?? null;
  const later = (i: number): AnyTask | null => {
    const own = number(asyncio.current_task() as AnyTask);
    const found = tasks.filter((task) => number(task) > own);
    return found[i % found.length] ?? null;
  };
  const on_done = (label: string) => (future: asyncio.Future<Dynamic>) => {
    log("done", label, state(future));
  };
  return {
    asyncio,
    loop,
    as_value,
    BaseException,
    Exception,
    ExceptionGroup,
    KeyError,
    TimeoutError,
    ValueError,
    CancelledError: asyncio.CancelledError,
    tasks,
    futures,
    events,
    locks,
    semaphores,
    conditions,
    barriers,
    queues,
    show,
    log,
    state,
    on_exception,
    keep,
    pick,
    later,
    on_done,
    set_future: (i: number, value: Dynamic) => {
      if (!futures[i]?.done()) futures[i]?.set_result(value);
    },
    fail_future: (i: number, label: string) => {
      if (!futures[i]?.done()) futures[i]?.set_exception(new ValueError(label));
    },
    renew_future: (i: number) => {
      if (futures[i]?.done()) futures[i] = loop.create_future();
    },
    cancel_task: (i: number, message: string) => {
      const task = pick(i);
      if (task !== null)
        log("cancel", show(task), message === "" ? task.cancel() : task.cancel(message));
    },
    watch: (i: number, label: string) => pick(i)?.add_done_callback(on_done(label)),
    inspect: (i: number) => {
      const task = pick(i);
      if (task !== null) log(show(task), state(task), task.cancelling());
    },
    put_now: (i: number, item: Dynamic) => {
      try {
        queues[i]?.put_nowait(item);
      } catch (error) {
        if (!(error instanceof asyncio.QueueFull)) throw error;
        log("full");
      }
    },
    get_now: (i: number) => {
      try {
        log("got", queues[i]?.get_nowait());
      } catch (error) {
        if (!(error instanceof asyncio.QueueEmpty)) throw error;
        log("empty");
      }
    },
    release: (lock: { release(): unknown }) => {
      try {
        lock.release();
      } catch (error) {
        if (!(error instanceof RuntimeError || error instanceof ValueError)) throw error;
        log("release", class_name(error.constructor));
      }
    },
    notify: (count: number) => {
      if (conditions[0]?.locked()) conditions[0].notify(count);
    },
    wait_all: async (
      picked: Iterable<AnyTask>,
      timeout: number | null,
      return_when: "ALL_COMPLETED",
    ) => {
      const [done, pending] = await asyncio.wait(picked, { timeout, return_when });
      const shown = [done, pending].map((set) => [...set].map(number).toSorted((a, b) => a - b));
      log("waited", show(shown[0]), show(shown[1]));
    },
    with_async: async (manager: Manager, body: (value: unknown) => Promise<void>) => {
      const value = await manager.__aenter__();
      try {
        await body(value);
      } catch (error) {
        if (!(await manager.__aexit__((error as Error).constructor, error, null))) throw error;
        return;
      }
      await manager.__aexit__(null, null, null);
    },
  };
}
