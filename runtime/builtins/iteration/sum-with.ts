// sum(make(x, y) for x, y in zip(xs, ys)): without the tuples, and without a list of what is added.
import type { Dynamic } from "../dynamic.ts";
import { as_float, Float } from "../float.ts";
import { sum } from "./sum.ts";
import { compensated, FloatSum, is_plain_float, sum_floats, sum_items } from "./sum-items.ts";
import { is_list, zip_with, type Items } from "./zip-with.ts";

/** The sum of what `make` gives for the items of several iterables side by side; ends with the shortest. */
export function sum_with<R, T extends readonly Iterable<unknown>[]>(
  make: (...items: Items<T>) => R,
  ...iterables: T
): R extends number | boolean ? number : Dynamic;
export function sum_with(
  make: (...items: readonly Dynamic[]) => Dynamic,
  ...iterables: readonly Dynamic[]
): Dynamic {
  const [first, second] = iterables;
  return iterables.length === 2 && is_list(first) && is_list(second)
    ? sum_ints(make, first, second)
    : sum(zip_with(make, ...iterables));
}

type Make = (left: Dynamic, right: Dynamic) => Dynamic;
type List = readonly Dynamic[];

/** As long as items and sums are ints that are numbers. The lengths are looked at each time, for `make` may change them. */
function sum_ints(make: Make, left: List, right: List): Dynamic {
  let total = 0;
  for (let i = 0; i < left.length && i < right.length; i++) {
    const item = make(left[i], right[i]);
    if (is_plain_float(item))
      return sum_floats_of(make, left, right, i + 1, total + item.valueOf());
    if (typeof item !== "number" || !Number.isSafeInteger(total + item))
      return sum_items(made_from(make, left, right, i + 1, item), total);
    total += item;
  }
  return total;
}

/** As `FloatSum`, in variables: products of floats are what is summed most. */
function sum_floats_of(make: Make, left: List, right: List, first: number, start: number): Dynamic {
  let total = start;
  let compensation = 0;
  for (let i = first; i < left.length && i < right.length; i++) {
    const item: unknown = make(left[i], right[i]);
    let x: number;
    if (typeof item === "number") x = item;
    else if (item instanceof Float) x = item.valueOf();
    else {
      const floats = new FloatSum(total, compensation);
      return sum_floats(floats, made_from(make, left, right, i + 1, item));
    }
    if (item === x && Number.isInteger(x)) {
      total += x;
      continue;
    }
    const next = total + x;
    compensation += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    total = next;
  }
  return as_float(compensated(total, compensation));
}

/** An item that is made already, and those from a place on. */
function* made_from(
  make: Make,
  left: List,
  right: List,
  first: number,
  made: Dynamic,
): Generator<Dynamic, undefined> {
  yield made;
  for (let i = first; i < left.length && i < right.length; i++) yield make(left[i], right[i]);
}
