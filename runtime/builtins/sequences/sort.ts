// xs.sort() and sorted(): stable, by `<` alone, with CPython's comparisons.
import { as_function } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";
import { is_less } from "./is-less.ts";
import { ValueError } from "../exceptions/index.ts";
import { items_of } from "../iteration/items-of.ts";
import { truth } from "../truth.ts";
import { column_sort } from "./column-sort.ts";
import { column_of } from "./sort-columns.ts";
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
  if (key === null && sort_numbers(items, reverse)) return;
  const taken = Array.prototype.slice.call(items) as T[];
  items.length = 0;
  let is_modified = false;
  try {
    sort_by(taken, key, reverse);
  } finally {
    is_modified = items.length > 0;
    items.length = 0;
    for (const item of taken) items[items.length] = item;
  }
  if (is_modified) throw new ValueError("list modified during sort");
}

/** `sorted(iterable, key=…, reverse=…)`: a new list. */
export function sorted<T>(iterable: Iterable<T>, options?: SortOptions<T>): T[];
export function sorted(iterable: unknown, options?: SortOptions<Dynamic>): Dynamic[];
export function sorted(iterable: Dynamic, options: SortOptions<Dynamic> = {}): Dynamic[] {
  const items = items_of<Dynamic>(iterable);
  const key = options.key ?? null;
  const reverse = truth(options.reverse ?? false);
  // Nobody else holds the new list: no comparison could change it.
  if (key !== null || !sort_numbers(items, reverse)) sort_by(items, key, reverse);
  return items;
}

function sort_by<T>(items: T[], key: ((item: T) => unknown) | null, reverse: boolean): void {
  if (key === null) return sort_keyed(items, items, reverse);
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
  const column = column_of(keys);
  if (column === null) return sort_compared(keys, items, reverse);
  const order = new Uint32Array(keys.length);
  const last = keys.length - 1;
  for (let index = 0; index <= last; index++) order[index] = reverse ? last - index : index;
  const arranged = column_sort(order, column);
  if (reverse) arranged.reverse();
  arrange(items, arranged);
}

function sort_compared<T>(keys: readonly unknown[], items: T[], reverse: boolean): void {
  const order = keys.map((_, index) => index);
  if (reverse) order.reverse();
  try {
    merge_sort(order, (left, right) => is_less(keys[left], keys[right]));
  } finally {
    if (reverse) order.reverse();
    arrange(items, order);
  }
}

function arrange<T>(items: T[], order: ArrayLike<number>): void {
  const before = Array.prototype.slice.call(items) as T[];
  for (let index = 0; index < order.length; index++)
    items[index] = before[order[index] as number] as T;
}

/** Sorts plain numbers in place as the engine does: equal ones can't be told apart. */
function sort_numbers<T>(items: T[], reverse: boolean): boolean {
  for (let index = 0; index < items.length; index++) {
    const item: unknown = items[index];
    if (typeof item !== "number" || item !== item) return false; // NaN has no place in an order
  }
  const sorted_numbers = Float64Array.from(items as number[]).sort();
  if (reverse) sorted_numbers.reverse();
  for (let index = 0; index < items.length; index++) items[index] = sorted_numbers[index] as T;
  return true;
}
