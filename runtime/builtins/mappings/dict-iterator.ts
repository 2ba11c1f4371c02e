// Iterating a dict, its values or its items, watching that it keeps its size.
import { RuntimeError } from "../exceptions/index.ts";

/** Follows the Map of a dict live. RuntimeError when an item is added or removed meanwhile. */
export class DictIterator<S, T> implements IterableIterator<T> {
  static readonly __name__: string = "dict_keyiterator";
  static readonly __module__: string = "builtins";

  private readonly map: ReadonlyMap<unknown, unknown>;
  private readonly source: Iterator<S>;
  private readonly select: (item: S) => T;
  private size: number;
  private left: number;

  constructor(map: ReadonlyMap<unknown, unknown>, source: Iterator<S>, select: (item: S) => T) {
    this.map = map;
    this.source = source;
    this.select = select;
    this.size = map.size;
    this.left = map.size;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<T, undefined> {
    if (this.left < 0) return { value: undefined, done: true };
    if (this.map.size !== this.size) {
      this.size = -1; // it keeps failing, as CPython's does
      throw new RuntimeError("dictionary changed size during iteration");
    }
    const item = this.source.next();
    if (item.done) {
      this.left = -1;
      return { value: undefined, done: true };
    }
    if (this.left === 0) throw new RuntimeError("dictionary keys changed during iteration");
    this.left--;
    return { value: this.select(item.value), done: false };
  }

  __length_hint__(): number {
    return Math.max(0, this.left);
  }
}
