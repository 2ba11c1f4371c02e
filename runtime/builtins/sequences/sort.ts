// xs.sort() and sorted(): stable, by `<` alone, with CPython's comparisons.
import { as_function } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";
import { lt } from "../ordering.ts";
import { ValueError } from "../exceptions/index.ts";
import { iter } from "../iteration/iter.ts";
import { compare_text } from "../text/compare.ts";
import { truth } from "../truth.ts";
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
    for (const item of taken) items.push(item);
    // oxlint-disable-next-line no-unsafe-finally -- CPython reports it over whatever the comparison raised
    if (is_modified) throw new ValueError("list modified during sort");
  }
}

/** `sorted(iterable, key=…, reverse=…)`: a new list. */
export function sorted<T>(iterable: Iterable<T>, options: SortOptions<T> = {}): T[] {
  const items = [...iter(iterable)];
  sort(items, options);
  return items;
}

function sort_by<T>(items: T[], key: ((item: T) => unknown) | null, reverse: boolean): void {
  if (key === null) return sort_keyed([...items], items, reverse);
  const key_of = as_function(key);
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
  const compare = alike(keys);
  try {
    if (compare === null) merge_sort(order, (left, right) => truth(lt(keys[left], keys[right])));
    else order.sort((left, right) => compare(keys[left] as Dynamic, keys[right] as Dynamic));
  } finally {
    if (reverse) order.reverse();
    const arranged = order.map((index) => items[index] as T);
    for (const [index, item] of arranged.entries()) items[index] = item;
  }
}

/** Sorts in place what the engine can compare: all strings, or all plain numbers (no NaN). */
function sort_alike<T>(items: T[], reverse: boolean): boolean {
  const compare = alike(items);
  if (compare === null) return false;
  const ordered: (left: Dynamic, right: Dynamic) => number = reverse
    ? (left, right) => compare(right, left)
    : compare;
  Array.prototype.sort.call(items, ordered);
  return true;
}

function alike(keys: readonly unknown[]): ((left: Dynamic, right: Dynamic) => number) | null {
  const first = typeof keys[0];
  if (first === "number") {
    return keys.every((key) => typeof key === "number" && !Number.isNaN(key)) ? by_number : null;
  }
  if (first === "string") return keys.every((key) => typeof key === "string") ? compare_text : null;
  return null;
}

/** Infinities have no difference with themselves. */
function by_number(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
