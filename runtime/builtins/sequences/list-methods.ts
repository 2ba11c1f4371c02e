// Python's methods of lists, as functions of the array.
import { same_item } from "../equality.ts";
import { IndexError, ValueError } from "../exceptions/index.ts";
import type { int } from "../int.ts";
import { iter } from "../iteration/iter.ts";
import { repr } from "../representation.ts";
import { require_position } from "./index-value.ts";
import { replace } from "./list-slice.ts";
import { sort } from "./sort.ts";
import { clamped_bounds } from "./bounds.ts";
import { splice } from "./splice.ts";
import { Tuple } from "../tuple.ts";

function append<T>(items: T[], item: T): void {
  items[items.length] = item;
}

/** `xs.extend(iterable)`; what an iterator gave before it failed stays appended. */
function extend<T>(items: T[], iterable: Iterable<T>): void {
  if (Array.isArray(iterable) && iterable.constructor === Array) {
    replace(items, items.length, 0, iterable);
    return;
  }
  const source = iter(iterable);
  for (let item = source.next(); !item.done; item = source.next()) items[items.length] = item.value;
}

function insert<T>(items: T[], index: int, item: T): void {
  // JavaScript clamps as Python does, negative indices included.
  splice(items, require_position(index), 0, item);
}

/** `xs.pop(index)`. IndexError when there is no such item. */
function pop<T>(items: T[], index: int = -1): T {
  if (index === -1 && items.length > 0) return Array.prototype.pop.call(items) as T;
  const position = require_position(index);
  if (items.length === 0) throw new IndexError("pop from empty list");
  const place = position < 0 ? position + items.length : position;
  if (place < 0 || place >= items.length) throw new IndexError("pop index out of range");
  // Engines move the rest of an array for `shift` much faster than for `splice`.
  if (place === 0) return Array.prototype.shift.call(items) as T;
  return splice(items, place, 1)[0] as T;
}

/** `xs.remove(item)`: the first that is equal. ValueError when none is. */
function remove<T>(items: T[], item: unknown): void {
  const place = find(items, item, 0, items.length);
  if (place < 0) throw new ValueError("list.remove(x): x not in list");
  splice(items, place, 1);
}

/** `xs.index(item, start, stop)`: where the first equal item lies. ValueError when none is equal. */
function index(
  items: readonly unknown[],
  item: unknown,
  start: int = 0,
  stop: int | undefined = undefined,
): int {
  const [from, to] = clamped_bounds(items.length, start, stop);
  const place = find(items, item, from, to);
  if (place >= 0) return place;
  if (items instanceof Tuple) throw new ValueError("tuple.index(x): x not in tuple");
  throw new ValueError(`${repr(item)} is not in list`);
}

function count(items: readonly unknown[], item: unknown): int {
  let found = 0;
  for (const candidate of items) if (candidate === item || same_item(candidate, item)) found++;
  return found;
}

function copy<T>(items: readonly T[]): T[] {
  return Array.prototype.slice.call(items) as T[];
}

function clear(items: unknown[]): void {
  items.length = 0;
}

function reverse(items: unknown[]): void {
  Array.prototype.reverse.call(items);
}

/** The first place of an equal item in a part of the list, or -1. The list may change while items are compared. */
function find(items: readonly unknown[], item: unknown, from: number, to: number): number {
  for (let place = from; place < to && place < items.length; place++) {
    const candidate = items[place];
    if (candidate === item || same_item(candidate, item)) return place;
  }
  return -1;
}

/** `list.index(xs, x)` is `xs.index(x)`, and so on. */
export const list_methods = {
  append,
  clear,
  copy,
  count,
  extend,
  index,
  insert,
  pop,
  remove,
  reverse,
  sort,
} as const;

/** Methods of tuples that lists have too. */
export const tuple_methods: { readonly count: typeof count; readonly index: typeof index } = {
  count,
  index,
};
