// Python's bisect: places in lists that are sorted.
import { call, getitem, len } from "../builtins/index.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { ValueError } from "../builtins/exceptions/index.ts";
import type { int } from "../builtins/int.ts";
import { lt } from "../builtins/ordering.ts";

interface KeyOption<T> {
  readonly key?: ((item: T) => unknown) | null;
}

/** The place in front of the items that equal x. `key` is applied to the items, not to x. */
export function bisect_left<T>(
  a: ArrayLike<T>,
  x: unknown,
  lo: int = 0,
  hi: int | null = null,
  { key = null }: KeyOption<T> = {},
): int {
  return place_of(a, lo, hi, key, (item) => lt(item, x));
}

/** The place behind the items that equal x. */
export function bisect_right<T>(
  a: ArrayLike<T>,
  x: unknown,
  lo: int = 0,
  hi: int | null = null,
  { key = null }: KeyOption<T> = {},
): int {
  return place_of(a, lo, hi, key, (item) => !lt(x, item));
}

export { bisect_right as bisect, insort_right as insort };

/** Inserts x in front of the items that equal it. */
export function insort_left<T>(
  a: T[],
  x: T,
  lo: int = 0,
  hi: int | null = null,
  { key = null }: KeyOption<T> = {},
): void {
  insert(a, bisect_left(a, key === null ? x : call(key as Dynamic, x), lo, hi, { key }), x);
}

/** Inserts x behind the items that equal it. */
export function insort_right<T>(
  a: T[],
  x: T,
  lo: int = 0,
  hi: int | null = null,
  { key = null }: KeyOption<T> = {},
): void {
  insert(a, bisect_right(a, key === null ? x : call(key as Dynamic, x), lo, hi, { key }), x);
}

/** The first place whose item is not in front of the one that is looked for. */
function place_of<T>(
  a: ArrayLike<T>,
  lo: int,
  hi: int | null,
  key: ((item: T) => unknown) | null,
  is_in_front: (item: unknown) => boolean,
): int {
  if (lo < 0) throw new ValueError("lo must be non-negative");
  let [low, high] = [lo, hi ?? len(a as Dynamic)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = getitem(a as Dynamic, middle) as T;
    if (is_in_front(key === null ? item : call(key as Dynamic, item))) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insert<T>(a: T[], place: int, x: T): void {
  if (Array.isArray(a)) a.splice(place, 0, x);
  else (a as Dynamic).insert(place, x);
}
