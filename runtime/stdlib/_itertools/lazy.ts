// Iterators that stay open: leaving a loop over them early does not end them.

/** An iterator over what a generator makes, without the generator's `return`. */
export class LazyIterator<T> implements IterableIterator<T> {
  static readonly __name__: string = "LazyIterator";
  static readonly __module__: string = "itertools";
  readonly #source: Iterator<T>;

  constructor(source: Iterator<T>) {
    this.#source = source;
  }

  next(): IteratorResult<T> {
    return this.#source.next();
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** A function that gives such iterators. */
export function lazily<A extends readonly unknown[], T>(
  make: (...args: A) => Iterator<T>,
  ...args: A
): LazyIterator<T> {
  return new LazyIterator(make(...args));
}
