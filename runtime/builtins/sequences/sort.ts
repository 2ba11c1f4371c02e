// xs.sort() and sorted(): stable, by `<` alone, with CPython's comparisons.
import { as_function } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";
import { is_less } from "./is-less.ts";
import { ValueError } from "../exceptions/index.ts";
import { items_of } from "../iteration/items-of.ts";
import { truth } from "../truth.ts";
import { compare_text } from "../text/compare.ts";
import { merge_sort } from "./merge-sort.ts";

export interface SortOptions<T> {
  /** What is compared in place of the item. */
  readonly key?: ((item: T) => unknown) | null;
  readonly reverse?: boolean;
}

/**
 * `xs.sort(key=…, reverse=…)`: equal items keep their order, reversed or not. TypeError when two items can't
 * be compared; ValueError when the list changes meanwhile.
 */
export function sort<T>(items: T[], options: SortOptions<T> = {}): void {
  const key = options.key ?? null;
  const reverse = truth(options.reverse ?? false);
  if (key === null && sort_alike(items, reverse)) return;
  const taken = Array.prototype.slice.call(items) as T[];
  items.length = 0;
  try {
    sort_by(taken, key, reverse);
  } finally {
    const is_modified = items.length > 0;
    items.length = 0;
    for (const item of taken) items[items.length] = item;
    // oxlint-disable-next-line no-unsafe-finally -- CPython reports it over whatever the comparison raised
    if (is_modified) throw new ValueError("list modified during sort");
  }
}

/** `sorted(iterable, key=…, reverse=…)`: a new list. */
export function sorted<T>(iterable: Iterable<T>, options?: SortOptions<T>): T[];
export function sorted(iterable: unknown, options?: SortOptions<Dynamic>): Dynamic[];
export function sorted(iterable: Dynamic, options: SortOptions<Dynamic> = {}): Dynamic[] {
  const items = items_of<Dynamic>(iterable);
  sort(items, options);
  return items;
}

function sort_by<T>(items: T[], key: ((item: T) => unknown) | null, reverse: boolean): void {
  if (key === null) return sort_keyed([...items], items, reverse);
  const key_of = as_function(key, 1);
  sort_keyed(
    items.map((item) => key_of(item) as unknown),
    items,
    reverse,
  );
}

/**
 * Sorts items along with their keys; reversing before and after keeps equal items in order. Where a comparison
 * fails, the items stay as far sorted as they were.
 */
function sort_keyed<T>(keys: readonly unknown[], items: T[], reverse: boolean): void {
  const order = keys.map((_, index) => index);
  if (reverse) order.reverse();
  const compare = comparison(keys);
  try {
    if (compare === null) merge_sort(order, (left, right) => is_less(keys[left], keys[right]));
    else order.sort((left, right) => compare(keys[left] as Dynamic, keys[right] as Dynamic));
  } finally {
    if (reverse) order.reverse();
    const arranged = order.map((index) => items[index] as T);
    for (const [index, item] of arranged.entries()) items[index] = item;
  }
}

/** Sorts in place what the engine sorts as Python does: all strings, or all plain numbers. */
function sort_alike<T>(items: T[], reverse: boolean): boolean {
  switch (kind_of(items)) {
    case "numbers": {
      const sorted_numbers = Float64Array.from(items as number[]).sort();
      if (reverse) sorted_numbers.reverse(); // equal numbers can't be told apart
      for (let index = 0; index < items.length; index++) items[index] = sorted_numbers[index] as T;
      return true;
    }
    case "strings":
      // The engine's own order is that of UTF-16 units.
      if (reverse)
        Array.prototype.sort.call(items, (left, right) => compare_primitives(right, left));
      else Array.prototype.sort.call(items);
      return true;
    default:
      return false;
  }
}

/** How the engine may compare the keys; `null` where only Python's `<` will do. */
function comparison(keys: readonly unknown[]): ((left: Dynamic, right: Dynamic) => number) | null {
  const kind = kind_of(keys);
  if (kind === "other") return null;
  return kind === "wide strings" ? compare_text : compare_primitives;
}

type Kind = "numbers" | "strings" | "wide strings" | "other";

/** NaN has no place in an order; strings beyond the surrogates are ordered otherwise than by UTF-16 units. */
function kind_of(keys: readonly unknown[]): Kind {
  const first = typeof keys[0];
  if (first === "number")
    return keys.every((key) => typeof key === "number" && !Number.isNaN(key)) ? "numbers" : "other";
  if (first !== "string" || !keys.every((key) => typeof key === "string")) return "other";
  return keys.some((key) => SURROGATE_OR_ABOVE.test(key)) ? "wide strings" : "strings";
}

const SURROGATE_OR_ABOVE = /[\ud800-\uffff]/;

/** Infinities have no difference with themselves. */
function compare_primitives(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
