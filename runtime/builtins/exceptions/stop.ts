// Exceptions that carry the value with which something ended: iterators and the program.
import type { Dynamic } from "../dynamic.ts";
import { Tuple } from "../tuple.ts";
import { BaseException } from "./base.ts";
import { Exception, RuntimeError, StopAsyncIteration } from "./hierarchy.ts";

export class StopIteration extends Exception {
  static override readonly __name__: string = "StopIteration";
  static override readonly __module__: string = "builtins";

  /** What the generator returned. */
  value: Dynamic;

  constructor(...args: readonly Dynamic[]) {
    super(...args);
    this.value = args.length > 0 ? args[0] : null;
  }
}

/**
 * What leaves a generator when `error` leaves its body: StopIteration would look like the generator's own end.
 * `kind` says what else the body is of: an async generator, a coroutine.
 */
export function generator_error(
  error: unknown,
  kind: "generator" | "async generator" | "coroutine" = "generator",
): unknown {
  const is_end = kind === "async generator" && error instanceof StopAsyncIteration;
  if (!is_end && !(error instanceof StopIteration)) return error;
  const name = error instanceof StopIteration ? "StopIteration" : "StopAsyncIteration";
  const told = new RuntimeError(`${kind} raised ${name}`);
  told.__cause__ = error;
  told.__context__ = error;
  return told;
}

export class SystemExit extends BaseException {
  static override readonly __name__: string = "SystemExit";
  static override readonly __module__: string = "builtins";

  /** The exit status, a message for stderr, or `null`. */
  code: Dynamic;

  constructor(...args: readonly Dynamic[]) {
    super(...args);
    this.code = args.length === 0 ? null : args.length === 1 ? args[0] : Tuple.from_iterable(args);
  }
}
