// split_keywords(): what a function with *args and keywords was called with.
import type { Dynamic } from "../dynamic.ts";
import { Tuple } from "../tuple.ts";

/**
 * Takes the trailing object of keyword arguments, if there is one, off the values of a rest parameter.
 * A plain object is never a Python value, so it can be nothing else.
 */
export function split_keywords<T>(
  values: readonly T[],
): readonly [readonly T[], Record<string, Dynamic>] {
  const last: Dynamic = values.at(-1);
  if (!is_plain_object(last)) return [Tuple.from_iterable(values), {}];
  return [Tuple.from_iterable(values.slice(0, -1)), last];
}

function is_plain_object(value: unknown): value is Record<string, Dynamic> {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
