// Python's heapq: the smallest item of a list first. The moves are CPython's, so the lists look the same.
import { call } from "../builtins/index.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { IndexError, TypeError } from "../builtins/exceptions/index.ts";
import type { int } from "../builtins/int.ts";
import { iter } from "../builtins/iteration/iter.ts";
import { lt } from "../builtins/ordering.ts";
import { sorted } from "../builtins/sequences/sort.ts";
import { type_name } from "../builtins/type-name.ts";
import { lazily, type LazyIterator } from "./_itertools/lazy.ts";

/** Adds an item. TypeError where the two have no order; the item stays in the list then, as in CPython. */
export function heappush<T>(heap: T[], item: T): void {
  require_list(heap, "heappush", "argument 1");
  heap.push(item);
  move_to_root(heap, 0, heap.length - 1);
}

/** Takes the smallest item out. IndexError for an empty heap. */
export function heappop<T>(heap: T[]): T {
  require_list(heap, "heappop");
  if (heap.length === 0) throw new IndexError("index out of range");
  const last = heap.pop() as T;
  if (heap.length === 0) return last;
  const first = heap[0] as T;
  heap[0] = last;
  move_to_leaf(heap, 0);
  return first;
}

/** Takes the smallest item out, then adds one. IndexError for an empty heap. */
export function heapreplace<T>(heap: T[], item: T): T {
  require_list(heap, "heapreplace", "argument 1");
  if (heap.length === 0) throw new IndexError("index out of range");
  const first = heap[0] as T;
  heap[0] = item;
  move_to_leaf(heap, 0);
  return first;
}

/** Adds an item, then takes the smallest out. */
export function heappushpop<T>(heap: T[], item: T): T {
  require_list(heap, "heappushpop", "argument 1");
  if (heap.length === 0 || !lt(heap[0], item)) return item;
  const first = heap[0] as T;
  heap[0] = item;
  move_to_leaf(heap, 0);
  return first;
}

/** Puts the items of a list in the order of a heap. */
export function heapify<T>(x: T[]): void {
  require_list(x, "heapify");
  for (let place = (x.length >> 1) - 1; place >= 0; place--) move_to_leaf(x, place);
}

/** The n largest items, the largest first; of equal ones those that came first. */
export function nlargest<T>(
  n: int,
  iterable: Iterable<T>,
  key: ((item: T) => unknown) | null = null,
): T[] {
  return sorted(iterable, { key, reverse: true }).slice(0, Math.max(0, n));
}

/** The n smallest items, the smallest first; of equal ones those that came first. */
export function nsmallest<T>(
  n: int,
  iterable: Iterable<T>,
  key: ((item: T) => unknown) | null = null,
): T[] {
  return sorted(iterable, { key }).slice(0, Math.max(0, n));
}

interface Source<T> {
  readonly iterator: Iterator<T>;
  /** Which of the iterables it is: equal items come in that order. */
  readonly order: number;
  value: T;
  key: unknown;
}

/** The items of sorted iterables in order, one by one; keyword-only `key` and `reverse`. */
export function merge<T>(
  ...iterables: readonly (
    Iterable<T> | { readonly key?: ((item: T) => unknown) | null; readonly reverse?: boolean }
  )[]
): LazyIterator<T> {
  const last: Dynamic = iterables.at(-1);
  const has_options = Object.getPrototypeOf(last ?? []) === Object.prototype;
  const { key = null, reverse = false } = has_options ? last : {};
  const sources = (has_options ? iterables.slice(0, -1) : iterables) as Iterable<T>[];
  return lazily(merged<T>, sources, key, reverse as boolean);
}

function* merged<T>(
  iterables: readonly Iterable<T>[],
  key: ((item: T) => unknown) | null,
  reverse: boolean,
): Generator<T> {
  const comes_first = (a: Source<T>, b: Source<T>): boolean => {
    const [left, right] = reverse ? [b, a] : [a, b];
    if (lt(left.key, right.key)) return true;
    return a.order < b.order && !lt(right.key, left.key);
  };
  const heap: Source<T>[] = [];
  for (const [order, iterable] of iterables.entries()) {
    const iterator = iter(iterable)[Symbol.iterator]();
    const { value, done } = iterator.next();
    if (done !== true) heap.push({ iterator, order, value, key: key_of(value, key) });
  }
  for (let place = (heap.length >> 1) - 1; place >= 0; place--)
    move_to_leaf(heap, place, comes_first);
  while (heap.length > 0) {
    const source = heap[0] as Source<T>;
    yield source.value;
    const { value, done } = source.iterator.next();
    if (done !== true) {
      source.value = value;
      source.key = key_of(value, key);
    } else {
      const end = heap.pop() as Source<T>;
      if (heap.length === 0) return;
      heap[0] = end;
    }
    move_to_leaf(heap, 0, comes_first);
  }
}

function key_of<T>(value: T, key: ((item: T) => unknown) | null): unknown {
  return key === null ? value : call(key as Dynamic, value);
}

/** The item at `place` goes up while it is smaller than the one above. */
function move_to_root<T>(
  heap: T[],
  root: number,
  place: number,
  is_less: (a: T, b: T) => boolean = lt,
): void {
  const item = heap[place] as T;
  let at = place;
  while (at > root) {
    const above = (at - 1) >> 1;
    const other = heap[above] as T;
    if (!is_less(item, other)) break;
    heap[above] = item;
    heap[at] = other;
    at = above;
  }
}

/** The smaller one below comes up until the leaves are reached; the item goes up from there as far as it may. */
function move_to_leaf<T>(heap: T[], root: number, is_less: (a: T, b: T) => boolean = lt): void {
  const size = heap.length;
  let place = root;
  while (place < size >> 1) {
    let below = 2 * place + 1;
    if (below + 1 < size && !is_less(heap[below] as T, heap[below + 1] as T)) below++;
    const other = heap[below] as T;
    heap[below] = heap[place] as T;
    heap[place] = other;
    place = below;
  }
  move_to_root(heap, root, place, is_less);
}

function require_list(heap: unknown, name: string, place = "argument"): void {
  if (!Array.isArray(heap) || type_name(heap) === "tuple")
    throw new TypeError(`${name}() ${place} must be list, not ${type_name(heap)}`);
}
