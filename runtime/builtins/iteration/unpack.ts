// Unpacking: `a, b = x` and `a, *b, c = x` where the number of items has to be checked.
import type { Dynamic } from "../dynamic.ts";
import { TypeError, ValueError } from "../exceptions/index.ts";
import { Tuple } from "../tuple.ts";
import { type_name } from "../type-name.ts";
import { iter } from "./iter.ts";

type Repeat<T, N extends number, R extends readonly T[] = []> = number extends N
  ? T[]
  : R["length"] extends N
    ? R
    : Repeat<T, N, [...R, T]>;

/** Exactly `count` items of an iterable. ValueError when there are more or fewer, TypeError when it can't be iterated. */
export function unpack<T extends readonly unknown[], N extends number>(
  iterable: T,
  count: N & T["length"],
): number extends T["length"] ? Repeat<T[number], N> : T;
export function unpack<T, N extends number>(iterable: Iterable<T>, count: N): Repeat<T, N>;
export function unpack<N extends number>(iterable: unknown, count: N): Repeat<Dynamic, N>;
export function unpack(iterable: unknown, count: number): readonly Dynamic[] {
  if (Array.isArray(iterable) && iterable.length === count && is_plain(iterable)) return iterable;
  const items: Dynamic[] = [];
  const iterator = unpackable(iterable);
  for (let item = iterator.next(); !item.done; item = iterator.next()) {
    if (items.length === count) {
      throw new ValueError(`too many values to unpack (expected ${count})`);
    }
    items.push(item.value);
  }
  if (items.length < count)
    throw new ValueError(`not enough values to unpack (expected ${count}, got ${items.length})`);
  return items;
}

/**
 * `before` items, a list of those in the middle, `after` items: `[a, b, c] = unpack_star(x, 1, 1)`.
 * ValueError when there are too few.
 */
export function unpack_star<T, B extends number, A extends number>(
  iterable: Iterable<T>,
  before: B,
  after: A,
): [...Repeat<T, B>, T[], ...Repeat<T, A>];
export function unpack_star<B extends number, A extends number>(
  iterable: unknown,
  before: B,
  after: A,
): [...Repeat<Dynamic, B>, Dynamic[], ...Repeat<Dynamic, A>];
export function unpack_star(iterable: unknown, before: number, after: number): Dynamic[] {
  const items = [...unpackable(iterable)];
  const middle = items.length - before - after;
  if (middle < 0)
    throw new ValueError(
      `not enough values to unpack (expected at least ${before + after}, got ${items.length})`,
    );
  return [
    ...items.slice(0, before),
    items.slice(before, before + middle),
    ...items.slice(before + middle),
  ];
}

/** Lists and tuples whose items are what iterating them gives. */
function is_plain(items: readonly unknown[]): boolean {
  return items.constructor === Array || items.constructor === Tuple;
}

function unpackable(iterable: unknown): IterableIterator<Dynamic> {
  try {
    return iter(iterable);
  } catch (error) {
    if (error instanceof TypeError && is_refusal(error))
      throw new TypeError(`cannot unpack non-iterable ${type_name(iterable)} object`);
    throw error;
  }
}

function is_refusal(error: TypeError): boolean {
  return String(error.args[0]).endsWith("object is not iterable");
}
