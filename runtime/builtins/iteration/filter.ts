// filter(): the items for which a function is true.
import { truth } from "../truth.ts";
import { as_function } from "../calls/call.ts";
import { iter } from "./iter.ts";

/** `filter(f, iterable)`: lazily; `null` keeps what is true itself. */
export function filter<T>(
  f: ((item: T) => unknown) | null,
  iterable: Iterable<T>,
): IterableIterator<T> {
  return new FilterIterator(f === null ? null : as_function(f, 1), iter(iterable));
}

class FilterIterator<T> implements IterableIterator<T> {
  static readonly __name__: string = "filter";
  static readonly __module__: string = "builtins";

  private readonly f: ((item: T) => unknown) | null;
  private readonly source: Iterator<T>;

  constructor(f: ((item: T) => unknown) | null, source: Iterator<T>) {
    this.f = f;
    this.source = source;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<T, undefined> {
    for (;;) {
      const item = this.source.next();
      if (item.done) return { value: undefined, done: true };
      if (truth(this.f === null ? item.value : this.f(item.value)))
        return { value: item.value, done: false };
    }
  }
}
