// Whether a handler takes an exception, where what it names need not be an exception class.
import type { Dynamic } from "../dynamic.ts";
import { BaseException } from "../exceptions/base.ts";
import { TypeError } from "../exceptions/hierarchy.ts";
import { Tuple } from "../tuple.ts";
import { handled_exception } from "./handling.ts";
import { in_context } from "./raising.ts";

/** `except types:` for the caught error. TypeError, behind which the error stands, for what is no exception class. */
export function takes(error: unknown, types: Dynamic): boolean {
  const all: readonly Dynamic[] = types instanceof Tuple ? types : [types];
  for (const type of all) {
    if (type === BaseException || (type as Dynamic)?.prototype instanceof BaseException) continue;
    const refused = new TypeError(
      "catching classes that do not inherit from BaseException is not allowed",
    );
    throw in_context(refused, handled_exception() ?? error);
  }
  return all.some((type) => error instanceof type);
}
