// Keyword arguments of exception constructors: the trailing plain object, taken off the arguments.
import type { Dynamic } from "../dynamic.ts";

export interface Keywords {
  readonly args: readonly Dynamic[];
  readonly options: Readonly<Record<string, Dynamic>>;
}

/** Parts positional arguments from the trailing plain object of keyword ones. */
export function split_keywords(args: readonly Dynamic[]): Keywords {
  const last: unknown = args.at(-1);
  if (
    typeof last === "object" &&
    last !== null &&
    Object.getPrototypeOf(last) === Object.prototype
  ) {
    return { args: args.slice(0, -1), options: last as Record<string, Dynamic> };
  }
  return { args, options: {} };
}
