// What a loop that is closed leaves behind: failures that nobody looked at, tasks that never ended.
import { exception_context } from "./exception-context.ts";
import type { AbstractEventLoop } from "./events.ts";
import { tell_unretrieved } from "./forgotten.ts";
import type { Future } from "./futures.ts";

/**
 * Tells the exception handler. CPython does so when the last reference to a future goes; here there is no such moment,
 * so it is told when the loop closes, but for tasks that are forgotten (`forget`).
 */
export function report_leftovers(loop: AbstractEventLoop): void {
  for (const future of [...loop._unretrieved] as Future<unknown>[]) tell_unretrieved(future);
  for (const task of loop._tasks)
    loop.call_exception_handler(
      exception_context({ message: "Task was destroyed but it is pending!", task }),
    );
}
