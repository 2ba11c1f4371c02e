// What happens to an exception that nobody caught in a thread.
import { standard_streams } from "../builtins/standard-streams.ts";
import { format_exception } from "../builtins/traceback/format-exception.ts";

/** Prints the exception with its traceback to sys.stderr, under the thread's name. */
export function excepthook(error: unknown, thread: { readonly name: string }): void {
  standard_streams().stderr?.write(
    `Exception in thread ${thread.name}:\n${format_exception(error)}`,
  );
}
