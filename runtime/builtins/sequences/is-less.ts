// `a < b` for sorting: what programs sort most, pairs of numbers and strings, without the general dispatch.
import { same_item } from "../equality.ts";
import { lt } from "../ordering.ts";
import { compare_text } from "../text/compare.ts";
import { truth } from "../truth.ts";
import { Tuple } from "../tuple.ts";

/** `bool(a < b)`. TypeError where the two have no order. */
export function is_less(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") return a < b;
  if (typeof a === "string" && typeof b === "string") return compare_text(a, b) < 0;
  if (is_plain_tuple(a) && is_plain_tuple(b)) return is_less_tuple(a, b);
  return truth(lt(a, b));
}

function is_less_tuple(a: Tuple, b: Tuple): boolean {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a[index];
    const right = b[index];
    if (left === right) continue;
    if (is_ordered(left) && is_ordered(right)) return left < right;
    if (!same_item(left, right)) return is_less(left, right);
  }
  return a.length < b.length;
}

function is_plain_tuple(value: unknown): value is Tuple {
  return value instanceof Tuple && value.constructor === Tuple;
}

/** A number that is not NaN: two of them that differ are one before the other. */
function is_ordered(value: unknown): value is number {
  return typeof value === "number" && !Number.isNaN(value);
}
