// Between the two iteration protocols: objects with __iter__, __next__ or __getitem__ become JavaScript iterables.
import type { Dynamic } from "../dynamic.ts";
import { IndexError, StopIteration } from "../exceptions/index.ts";

/** An object with Python's `__next__`. */
export interface PythonIterator<T> {
  __next__(): T;
}

export function has_method(value: unknown, name: string): boolean {
  return (
    typeof value === "object" && value !== null && typeof Reflect.get(value, name) === "function"
  );
}

/** A JavaScript iterator over a Python one; it is no generator, so leaving a loop early leaves it open. */
export class PythonIterable<T> implements IterableIterator<T> {
  private readonly source: PythonIterator<T>;

  constructor(source: PythonIterator<T>) {
    this.source = source;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<T> {
    try {
      return { value: this.source.__next__(), done: false };
    } catch (error) {
      if (error instanceof StopIteration) return { value: error.value, done: true };
      throw error;
    }
  }
}

/** Iterates what has only `__getitem__`: indices from 0 up to the first IndexError. */
export class SequenceIterator implements IterableIterator<Dynamic> {
  static readonly __name__: string = "iterator";
  static readonly __module__: string = "builtins";

  private readonly sequence: { __getitem__(index: number): Dynamic };
  private index = 0;
  private is_over = false;

  constructor(sequence: { __getitem__(index: number): Dynamic }) {
    this.sequence = sequence;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Dynamic> {
    if (this.is_over) return { value: undefined, done: true };
    try {
      return { value: this.sequence.__getitem__(this.index++), done: false };
    } catch (error) {
      if (!(error instanceof IndexError) && !(error instanceof StopIteration)) throw error;
      this.is_over = true;
      return { value: undefined, done: true };
    }
  }
}
