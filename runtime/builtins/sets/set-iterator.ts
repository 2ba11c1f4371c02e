// Iterating a set, watching that it keeps its size.
import { RuntimeError } from "../exceptions/index.ts";
import type { SetStorage } from "./storage.ts";

/** Follows the storage live. RuntimeError when an element is added or removed meanwhile. */
export class SetIterator<T> implements IterableIterator<T> {
  static readonly __name__: string = "set_iterator";
  static readonly __module__: string = "builtins";

  private readonly storage: SetStorage<T>;
  private source: Iterator<T> | null;
  private size: number;

  constructor(storage: SetStorage<T>) {
    this.storage = storage;
    this.source = storage.in_order();
    this.size = storage.size;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<T, undefined> {
    if (this.source === null) return { value: undefined, done: true };
    if (this.storage.size !== this.size) {
      this.size = -1;
      throw new RuntimeError("Set changed size during iteration");
    }
    const item = this.source.next();
    if (!item.done) return { value: item.value, done: false };
    this.source = null;
    return { value: undefined, done: true };
  }
}
