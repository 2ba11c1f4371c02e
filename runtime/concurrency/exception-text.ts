// An exception as the hooks of threads and executors print it.
import { format_exception } from "../builtins/traceback/format-exception.ts";

/** The whole traceback, its newline included. */
export function exception_lines(error: unknown): string {
  return format_exception(error);
}
