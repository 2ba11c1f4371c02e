// enumerate(): pairs of a count and an item.
import type { int } from "../int.ts";
import { add } from "../operators/add.ts";
import { require_index } from "../sequences/index-value.ts";
import { pair } from "../tuple.ts";
import { iter } from "./iter.ts";

/** `enumerate(iterable, start)`. Errors: TypeError when it can't be iterated. */
export function enumerate<T>(
  iterable: Iterable<T>,
  start: int | boolean = 0,
): IterableIterator<readonly [int, T]> {
  return new EnumerateIterator(iter(iterable), require_index(start) as int);
}

class EnumerateIterator<T> implements IterableIterator<readonly [int, T]> {
  static readonly __name__: string = "enumerate";
  static readonly __module__: string = "builtins";

  private readonly source: Iterator<T>;
  private count: int;

  constructor(source: Iterator<T>, start: int) {
    this.source = source;
    this.count = start;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<readonly [int, T], undefined> {
    const item = this.source.next();
    if (item.done) return { value: undefined, done: true };
    const count = this.count;
    this.count = Number.isSafeInteger(count) ? count + 1 : add(count, 1);
    return { value: pair(count, item.value), done: false };
  }
}
