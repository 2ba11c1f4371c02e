// `raise error from cause`.
import type { Dynamic } from "../dynamic.ts";
import { is_class } from "../type-name.ts";
import { as_exception } from "./as-exception.ts";
import { BaseException } from "./base.ts";
import { TypeError } from "./hierarchy.ts";

/**
 * The exception to throw for `raise error from cause`: `throw raise_from(new ValueError(), error)`. Classes are
 * instantiated; `null` as the cause hides the context. TypeError when either is no exception.
 */
export function raise_from<E extends BaseException>(error: E | (new () => E), cause: unknown): E;
export function raise_from(error: Dynamic, cause: unknown): BaseException;
export function raise_from(error: Dynamic, cause: Dynamic): BaseException {
  const raised = instance(error, "exceptions must derive from BaseException");
  const from =
    cause == null ? null : instance(cause, "exception causes must derive from BaseException");
  raised.__cause__ = from;
  // Nearly always the cause is what is being handled.
  if (from !== raised) raised.__context__ ??= from;
  return raised;
}

function instance(value: Dynamic, message: string): BaseException {
  const made: unknown = typeof value === "function" && is_class(value) ? new value() : value;
  if (made instanceof BaseException) return made;
  if (made instanceof Error) return as_exception(made);
  throw new TypeError(message);
}
