// Products, permutations and combinations.
import { ValueError } from "../../builtins/exceptions/index.ts";
import { iter } from "../../builtins/index.ts";
import type { int } from "../../builtins/int.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { lazily, type LazyIterator } from "./lazy.ts";

/** The cartesian product of the iterables; keyword-only `repeat` takes them several times. */
export function product<T>(
  ...iterables: readonly (Iterable<T> | { readonly repeat?: int })[]
): LazyIterator<readonly T[]> {
  const last = iterables.at(-1);
  const repeat = is_keywords(last) ? Number((last as { repeat?: int }).repeat ?? 1) : 1;
  const sources = (is_keywords(last) ? iterables.slice(0, -1) : iterables) as Iterable<T>[];
  const pools = sources.map((source) => [...iter(source)]);
  const all = Array.from({ length: Math.max(0, repeat) }, () => pools).flat();
  return lazily(products<T>, all);
}

function* products<T>(pools: readonly (readonly T[])[]): Generator<readonly T[]> {
  if (pools.some((pool) => pool.length === 0)) return;
  const places = pools.map(() => 0);
  for (;;) {
    yield Tuple.from_iterable(pools.map((pool, at) => pool[places[at] ?? 0] as T));
    let at = pools.length - 1;
    for (; at >= 0; at--) {
      const next = (places[at] ?? 0) + 1;
      if (next < (pools[at]?.length ?? 0)) {
        places[at] = next;
        break;
      }
      places[at] = 0;
    }
    if (at < 0) return;
  }
}

/** Choices of r items in order, all of them without r. */
export function permutations<T>(
  iterable: Iterable<T>,
  r: int | null = null,
): LazyIterator<readonly T[]> {
  const pool = [...iter(iterable)];
  const size = checked(r ?? pool.length);
  return lazily(places_chosen<T>, pool, size, (chosen) => (place) => !chosen.includes(place));
}

/** Choices of r items without order. */
export function combinations<T>(iterable: Iterable<T>, r: int): LazyIterator<readonly T[]> {
  return lazily(
    places_chosen<T>,
    [...iter(iterable)],
    checked(r),
    (chosen) => (place) => place > (chosen.at(-1) ?? -1),
  );
}

/** Choices of r items without order, each as often as wanted. */
export function combinations_with_replacement<T>(
  iterable: Iterable<T>,
  r: int,
): LazyIterator<readonly T[]> {
  return lazily(
    places_chosen<T>,
    [...iter(iterable)],
    checked(r),
    (chosen) => (place) => place >= (chosen.at(-1) ?? 0),
  );
}

/** All ways to choose `size` places, in lexicographic order; `fits` says which may follow those chosen. */
function* places_chosen<T>(
  pool: readonly T[],
  size: number,
  fits: (chosen: readonly number[]) => (place: number) => boolean,
): Generator<readonly T[]> {
  const chosen: number[] = [];
  let next = 0;
  for (;;) {
    if (chosen.length === size) {
      yield Tuple.from_iterable(chosen.map((place) => pool[place] as T));
      if (size === 0) return;
      next = (chosen.pop() as number) + 1;
    }
    const is_fit = fits(chosen);
    while (next < pool.length && !is_fit(next)) next++;
    if (next < pool.length) {
      chosen.push(next);
      next = 0;
    } else if (chosen.length === 0) return;
    else next = (chosen.pop() as number) + 1;
  }
}

function checked(r: int): number {
  if (r < 0) throw new ValueError("r must be non-negative");
  return Number(r);
}
