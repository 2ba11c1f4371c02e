// Errors of the engine that end a task or a callback: the program sees the exception that Python would have raised.
import { as_exception } from "../builtins/exceptions/as-exception.ts";
import { BaseException } from "../builtins/exceptions/index.ts";
import { Failure } from "../builtins/failure.ts";

const native_classes: readonly unknown[] = [TypeError, RangeError, ReferenceError];

/** The Python exception for an error that the engine raised; errors of TypeScript's own users stay as they are. */
export function seen_by_python(error: unknown): unknown {
  if (error instanceof BaseException || !(error instanceof Error)) return error;
  const is_native = error instanceof Failure || native_classes.includes(error.constructor);
  return is_native ? as_exception(error) : error;
}
