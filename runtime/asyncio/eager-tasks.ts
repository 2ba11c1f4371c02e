// Eager tasks: the first step of a task runs where the task is made, inside the step of its maker.
//
// Emitted code says `(await started(create_task(…))).value` wherever an eager task may be made: a native coroutine can't run to its
// first suspension inside a plain call, so its maker waits for it. What nobody waits for begins in the next iteration.
import type { Blocking } from "../builtins/blocking.ts";
import { call_with } from "../builtins/calls/call-with.ts";
import type { Context } from "../builtins/context.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { interpreter } from "../builtins/threads.ts";
import type { CoroutineLike } from "./coroutines.ts";
import type { AbstractEventLoop } from "./events.ts";
import { Task } from "./tasks.ts";

interface FactoryOptions {
  readonly name?: string | null;
  readonly context?: Context | null;
}

/** A task factory for `loop.set_task_factory`, of tasks that `constructor(coro, *, loop, name, context, eager_start)` makes. */
export function create_eager_task_factory(
  custom_task_constructor: Dynamic,
): (loop: AbstractEventLoop, coro: CoroutineLike<Dynamic>, options?: FactoryOptions) => Dynamic {
  return function factory(loop, coro, { name = null, context = null }: FactoryOptions = {}) {
    return call_with(custom_task_constructor, [coro], { loop, name, context, eager_start: true });
  };
}

/** The task factory of `asyncio.Task`s that start at once. */
export function eager_task_factory<T>(
  loop: AbstractEventLoop,
  coro: CoroutineLike<T>,
  options: FactoryOptions = {},
): Task<T> {
  return new Task<T>(coro, { ...options, loop, eager_start: true });
}

/** The value, when the eager tasks that were made with it have come to their first suspension or their end. */
export async function started<T>(value: T): Blocking<Started<T>> {
  const loop = interpreter.current.running_loop as AbstractEventLoop | null;
  if (loop !== null && loop._eager_starts.length > 0)
    for (const start of loop._eager_starts.splice(0)) await start.begin();
  return { value };
}

/** A task in an object of its own, which JavaScript doesn't wait for. */
export interface Started<T> {
  readonly value: T;
}

/** Calls `action` when the eager tasks that were made just now have made their first step; at once where there are none. */
export function after_starts(loop: AbstractEventLoop, action: () => void): void {
  if (loop._eager_starts.length === 0) action();
  else loop._eager_starts.push({ begin: () => Promise.resolve(action()) });
}
