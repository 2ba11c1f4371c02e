// An exception object without a trace of where it was made: the trace is most of what making it costs.
import type { Dynamic } from "../dynamic.ts";

/** `new type(...args)`, of an exception class. */
export function make_untraced<A extends readonly Dynamic[], E>(
  type: new (...args: A) => E,
  ...args: A
): E {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return new type(...args);
  } finally {
    Error.stackTraceLimit = limit;
  }
}
