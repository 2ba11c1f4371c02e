// map(): a function applied to the items of one or more iterables.
import { as_function } from "../calls/call.ts";
import type { Coroutine } from "../coroutine.ts";
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { iter } from "./iter.ts";

/** `map(f, *iterables)`: lazily; ends with the shortest. A coroutine function gives coroutines. */
export function map<T, R>(
  f: (item: T) => Promise<R>,
  iterable: Iterable<T>,
): IterableIterator<Coroutine<R>>;
export function map<T, R>(f: (item: T) => R, iterable: Iterable<T>): IterableIterator<R>;
export function map<A, B, R>(
  f: (first: A, second: B) => R,
  first: Iterable<A>,
  second: Iterable<B>,
): IterableIterator<R>;
export function map(
  f: Dynamic,
  ...iterables: readonly Iterable<Dynamic>[]
): IterableIterator<Dynamic>;
export function map(
  f: Dynamic,
  ...iterables: readonly Iterable<Dynamic>[]
): IterableIterator<Dynamic> {
  if (iterables.length === 0) throw new TypeError("map() must have at least two arguments.");
  return new MapIterator(
    as_function(f, iterables.length),
    iterables.map((iterable) => iter(iterable)),
  );
}

class MapIterator implements IterableIterator<Dynamic> {
  static readonly __name__: string = "map";
  static readonly __module__: string = "builtins";

  private readonly f: (...items: readonly Dynamic[]) => Dynamic;
  private readonly sources: readonly Iterator<Dynamic>[];

  constructor(f: (...items: readonly Dynamic[]) => Dynamic, sources: readonly Iterator<Dynamic>[]) {
    this.f = f;
    this.sources = sources;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Dynamic, undefined> {
    const items: Dynamic[] = [];
    for (const source of this.sources) {
      const item = source.next();
      if (item.done) return { value: undefined, done: true };
      items.push(item.value);
    }
    return { value: this.f(...items), done: false };
  }
}
