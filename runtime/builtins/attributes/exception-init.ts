// BaseException.__init__(self, *args): keeps the arguments.
import type { Dynamic } from "../dynamic.ts";
import { Tuple } from "../tuple.ts";

export function initialise_exception(error: Dynamic, args: readonly Dynamic[]): void {
  error.args = Tuple.from_iterable(args);
}
