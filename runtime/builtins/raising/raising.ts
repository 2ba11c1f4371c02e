// What `raise` does besides throwing: makes instances of classes, remembers what was being handled.
import { call } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";
import { as_exception } from "../exceptions/as-exception.ts";
import { BaseException } from "../exceptions/base.ts";
import { TypeError } from "../exceptions/hierarchy.ts";
import { raise_from } from "../exceptions/raise-from.ts";
import { type_of } from "../attributes/type-of.ts";
import { repr } from "../representation.ts";
import { retraced } from "../traceback/trail.ts";

/** `raise value` of something unknown: a class is instantiated. TypeError for what is no exception. */
export function as_raised(value: Dynamic): BaseException {
  if (value instanceof BaseException) return retraced(value);
  if (value instanceof Error) return as_exception(value);
  if (typeof value !== "function" || !is_exception_class(value))
    throw new TypeError("exceptions must derive from BaseException");
  const raised: unknown = call(value);
  if (raised instanceof BaseException) return raised;
  throw new TypeError(
    `calling ${repr(value)} should have returned an instance of BaseException, not ${repr(type_of(raised))}`,
  );
}

function is_exception_class(value: Function): boolean {
  return value === BaseException || value.prototype instanceof BaseException;
}

/** The exception with the one that is being handled as its context, unless it has one or is that one. */
export function in_context<E>(error: E, handled: unknown): E {
  if (!(error instanceof BaseException) || error === handled) return error;
  const context = as_exception(handled);
  if (!is_in_chain(error, context)) error.__context__ = context;
  return error;
}

/** `raise error from cause` where the cause is not what is being handled. */
export function caused_by<E>(error: E, cause: unknown): E {
  // one that was raised before has been traced again already
  const raised = error instanceof BaseException ? error : as_raised(error);
  const context = raised.__context__;
  raise_from(raised, cause);
  raised.__context__ = context;
  return raised as E;
}

/** A chain of contexts must not run in a circle. */
function is_in_chain(error: BaseException, context: BaseException): boolean {
  const seen = new Set<unknown>();
  for (let at: BaseException | null = context; at !== null && !seen.has(at); at = at.__context__) {
    if (at === error) return true;
    seen.add(at);
  }
  return false;
}
