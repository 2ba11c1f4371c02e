// What a loop that is closed leaves behind: failures that nobody looked at, tasks that never ended.
import { exception_context } from "./exception-context.ts";
import { class_name } from "../builtins/type-name.ts";
import type { AbstractEventLoop } from "./events.ts";
import type { Future } from "./futures.ts";

/**
 * Tells the exception handler. CPython does so when the last reference to a future goes; here there is no such moment,
 * so it is told when the loop closes.
 */
export function report_leftovers(loop: AbstractEventLoop): void {
  const unretrieved = [...loop._unretrieved] as Future<unknown>[];
  loop._unretrieved.clear();
  for (const future of unretrieved) {
    loop.call_exception_handler(
      exception_context({
        message: `${class_name(future.constructor)} exception was never retrieved`,
        exception: future._exception,
        future,
      }),
    );
  }
  for (const task of loop._tasks)
    loop.call_exception_handler(
      exception_context({ message: "Task was destroyed but it is pending!", task }),
    );
}
