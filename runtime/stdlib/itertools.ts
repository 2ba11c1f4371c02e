// Python's itertools.
import { call } from "../builtins/calls/call.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { ValueError } from "../builtins/exceptions/index.ts";
import { add, bool, eq, iter } from "../builtins/index.ts";
import type { int } from "../builtins/int.ts";
import { is_keywords } from "../builtins/keywords.ts";
import { Tuple } from "../builtins/tuple.ts";
import { lazily, type LazyIterator } from "./_itertools/lazy.ts";

export {
  combinations,
  combinations_with_replacement,
  permutations,
  product,
} from "./_itertools/combinatorics.ts";

/** start, start + step, … without end. */
export function count(start: number = 0, step: number = 1): LazyIterator<number> {
  return lazily(function* () {
    for (let value = start; ; value = add(value, step)) yield value;
  });
}

/** The items again and again. */
export function cycle<T>(iterable: Iterable<T>): LazyIterator<T> {
  return lazily(function* () {
    const kept: T[] = [];
    for (const item of iter(iterable)) {
      kept.push(item);
      yield item;
    }
    while (kept.length > 0) yield* kept;
  });
}

/** The same object, so many times or without end. */
export function repeat<T>(object: T, times: int | null = null): LazyIterator<T> {
  return lazily(function* () {
    for (let left = times ?? Infinity; left > 0; left--) yield object;
  });
}

/** Sums up to each item, or what another function of two makes of them. */
export function accumulate<T>(
  iterable: Iterable<T>,
  func: ((a: Dynamic, b: Dynamic) => Dynamic) | null = null,
  { initial = null }: { initial?: Dynamic } = {},
): LazyIterator<T> {
  return lazily(function* () {
    let total: Dynamic = initial;
    let has_total = initial !== null;
    if (has_total) yield total;
    for (const item of iter(iterable)) {
      total = !has_total
        ? item
        : func === null
          ? add(total, item as Dynamic)
          : call(func, total, item);
      has_total = true;
      yield total as T;
    }
  });
}

/** Tuples of n items, the last one perhaps shorter. ValueError then, if `strict`. */
export function batched<T>(
  iterable: Iterable<T>,
  n: int,
  { strict = false }: { strict?: boolean } = {},
): LazyIterator<readonly T[]> {
  if (n < 1) throw new ValueError("n must be at least one");
  return lazily(function* () {
    let batch: T[] = [];
    for (const item of iter(iterable)) {
      if (batch.push(item) < n) continue;
      yield Tuple.from_iterable(batch);
      batch = [];
    }
    if (batch.length === 0) return;
    if (strict) throw new ValueError("batched(): incomplete batch");
    yield Tuple.from_iterable(batch);
  });
}

function chained<T>(...iterables: readonly Iterable<T>[]): LazyIterator<T> {
  return chained_from(iterables);
}

function chained_from<T>(iterables: Iterable<Iterable<T>>): LazyIterator<T> {
  return lazily(function* () {
    for (const iterable of iter(iterables)) yield* iter(iterable);
  });
}

/** The items of one iterable after the other; `chain.from_iterable(iterables)`. */
export const chain = Object.assign(chained, { from_iterable: chained_from });

/** The items whose selector is true. */
export function compress<T>(data: Iterable<T>, selectors: Iterable<unknown>): LazyIterator<T> {
  return lazily(function* () {
    const chosen = iter(selectors);
    for (const item of iter(data)) {
      const next = chosen.next();
      if (next.done === true) return;
      if (bool(next.value)) yield item;
    }
  });
}

/** The items from the first one on for which the predicate fails. */
export function dropwhile<T>(predicate: Dynamic, iterable: Iterable<T>): LazyIterator<T> {
  return lazily(function* () {
    let is_dropping = true;
    for (const item of iter(iterable)) {
      is_dropping = is_dropping && bool(call(predicate, item));
      if (!is_dropping) yield item;
    }
  });
}

/** The items up to the first one for which the predicate fails. */
export function takewhile<T>(predicate: Dynamic, iterable: Iterable<T>): LazyIterator<T> {
  return lazily(function* () {
    const items = iter(iterable);
    for (let next = items.next(); next.done !== true; next = items.next()) {
      if (!bool(call(predicate, next.value))) return;
      yield next.value;
    }
  });
}

export function filterfalse<T>(predicate: Dynamic, iterable: Iterable<T>): LazyIterator<T> {
  return lazily(function* () {
    for (const item of iter(iterable)) {
      if (!bool(predicate === null ? item : call(predicate, item))) yield item;
    }
  });
}

/** `(key, group)` of neighbours with the same key. A group ends when the next one is asked for. */
export function groupby<T>(
  iterable: Iterable<T>,
  key: Dynamic = null,
): LazyIterator<readonly [Dynamic, LazyIterator<T>]> {
  const key_of = (item: T): Dynamic => (key === null ? item : call(key, item));
  return lazily(function* () {
    const items = iter(iterable);
    let next = items.next();
    while (next.done !== true) {
      const current = key_of(next.value);
      const state = { is_open: true };
      const group = function* (): Generator<T> {
        while (state.is_open && next.done !== true && eq(key_of(next.value), current)) {
          const { value } = next;
          next = items.next();
          yield value;
        }
      };
      yield Tuple.of(current, lazily(group));
      state.is_open = false;
      while (next.done !== true && eq(key_of(next.value), current)) next = items.next();
    }
  });
}

/** `islice(iterable, stop)` or `islice(iterable, start, stop, step)`. */
export function islice<T>(
  iterable: Iterable<T>,
  ...bounds: readonly (int | null)[]
): LazyIterator<T> {
  const [start, stop, step] = bounds.length === 1 ? [0, bounds[0], 1] : bounds;
  const [first, end, stride] = [Number(start ?? 0), Number(stop ?? Infinity), Number(step ?? 1)];
  if (first < 0 || end < 0) {
    throw new ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  }
  if (stride < 1) throw new ValueError("Step for islice() must be a positive integer or None.");
  return lazily(function* () {
    const items = iter(iterable);
    let wanted = first;
    for (let at = 0; at < end; at++) {
      const next = items.next();
      if (next.done === true) return;
      if (at !== wanted) continue;
      wanted += stride;
      yield next.value;
    }
  });
}

export function pairwise<T>(iterable: Iterable<T>): LazyIterator<readonly [T, T]> {
  return lazily(function* () {
    const items = iter(iterable);
    let before = items.next();
    if (before.done === true) return;
    for (let next = items.next(); next.done !== true; next = items.next()) {
      yield Tuple.of(before.value, next.value);
      before = next;
    }
  });
}

/** `func(*args)` for each args. */
export function starmap<T>(func: Dynamic, iterable: Iterable<Iterable<T>>): LazyIterator<Dynamic> {
  return lazily(function* () {
    for (const args of iter(iterable)) yield call(func, ...iter(args));
  });
}

/** n iterators over the same items, each at its own pace. */
export function tee<T>(iterable: Iterable<T>, n: int = 2): readonly LazyIterator<T>[] {
  if (n < 0) throw new ValueError("n must be >= 0");
  interface Link {
    readonly value: T;
    next: Link | null;
  }
  const items = iter(iterable);
  const start: { next: Link | null } = { next: null };
  const follow = function* (): Generator<T> {
    let at: { next: Link | null } = start;
    for (;;) {
      if (at.next === null) {
        const next = items.next();
        if (next.done === true) return;
        at.next = { value: next.value, next: null };
      }
      yield at.next.value;
      at = at.next;
    }
  };
  return Tuple.from_iterable(Array.from({ length: Number(n) }, () => lazily(follow)));
}

/** `zip` up to the longest; keyword-only `fillvalue` stands for what is missing. */
export function zip_longest(...iterables: readonly Dynamic[]): LazyIterator<readonly Dynamic[]> {
  const last: unknown = iterables.at(-1);
  const fill: Dynamic = is_keywords(last) ? (last["fillvalue"] ?? null) : null;
  const sources = (is_keywords(last) ? iterables.slice(0, -1) : iterables).map((each) =>
    iter(each),
  );
  return lazily(function* () {
    const ended = new Set<number>();
    while (sources.length > 0) {
      const row = sources.map((source, at) => {
        if (ended.has(at)) return fill;
        const next = source.next();
        if (next.done !== true) return next.value;
        ended.add(at);
        return fill;
      });
      if (ended.size === sources.length) return;
      yield Tuple.from_iterable(row);
    }
  });
}
