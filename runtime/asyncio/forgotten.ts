// Tasks that nobody holds: what one of them fails with is told as soon as it has ended.
import { class_name } from "../builtins/type-name.ts";
import { exception_context } from "./exception-context.ts";
import type { Future, Left } from "./futures.ts";

/** Stands where those stand who wait for a task: nobody will. */
const NOBODY: Left = { _leave: () => undefined };

/** Whether nobody can look at the task any more. */
export function is_forgotten(task: Future<unknown>): boolean {
  return task._left === NOBODY;
}

/**
 * `forget(create_task(f))`: nobody keeps the task, so "Task exception was never retrieved" is told at its end and not
 * when the loop closes. CPython does so when the last reference to the task goes.
 */
export function forget(task: unknown): void {
  if (!is_task(task)) return;
  if (task.done()) tell_unretrieved(task);
  else if (task._left === null) task._left = NOBODY;
}

/** Tells the loop's exception handler of an exception that nobody has looked at. */
export function tell_unretrieved(future: Future<unknown>): void {
  if (!future._loop._unretrieved.has(future)) return;
  future._mark_retrieved();
  future._loop.call_exception_handler(
    exception_context({
      message: `${class_name(future.constructor)} exception was never retrieved`,
      exception: future._exception,
      future,
    }),
  );
}

function is_task(value: unknown): value is Future<unknown> {
  return typeof value === "object" && value !== null && "_fut_waiter" in value;
}
