// reversed(): a sequence from its end.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { metaclass_method } from "../metaclass.ts";
import { Tuple } from "../tuple.ts";
import { type_name } from "../type-name.ts";
import { has_method } from "./python-iterator.ts";

/** `reversed(sequence)`: by `__reversed__`, else by length and index. TypeError when the value has neither. */
export function reversed<T>(sequence: readonly T[]): IterableIterator<T>;
export function reversed(sequence: string): IterableIterator<string>;
export function reversed<T>(sequence: { __reversed__(): IterableIterator<T> }): IterableIterator<T>;
export function reversed(sequence: unknown): IterableIterator<Dynamic>;
export function reversed(sequence: Dynamic): IterableIterator<Dynamic> {
  if (Array.isArray(sequence) && !has_method(sequence, "__reversed__"))
    return sequence instanceof Tuple
      ? new ReverseIterator(sequence)
      : new ListReverseIterator(sequence);
  if (typeof sequence === "string") return new ReverseIterator(Array.from(sequence));
  if (has_method(sequence, "__reversed__")) return sequence.__reversed__();
  if (has_method(sequence, "__len__") && has_method(sequence, "__getitem__"))
    return new ReverseSequenceIterator(sequence);
  const of_metaclass = metaclass_method(sequence, "__reversed__");
  if (of_metaclass !== null) return of_metaclass();
  throw new TypeError(`'${type_name(sequence)}' object is not reversible`);
}

/** Follows the array while it changes: an index that has become too large ends the iteration. */
class ReverseIterator<T> implements IterableIterator<T> {
  private readonly items: readonly T[];
  private index: number;

  constructor(items: readonly T[]) {
    this.items = items;
    this.index = items.length - 1;
  }

  static readonly __name__: string = "reversed";
  static readonly __module__: string = "builtins";

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<T, undefined> {
    if (this.index < 0 || this.index >= this.items.length) {
      this.index = -1;
      return { value: undefined, done: true };
    }
    return { value: this.items[this.index--] as T, done: false };
  }
}

class ListReverseIterator<T> extends ReverseIterator<T> {
  static override readonly __name__: string = "list_reverseiterator";
  static override readonly __module__: string = "builtins";
}

class ReverseSequenceIterator implements IterableIterator<Dynamic> {
  static readonly __name__: string = "reversed";
  static readonly __module__: string = "builtins";

  private readonly sequence: { __getitem__(index: number): Dynamic };
  private index: number;

  constructor(sequence: { __getitem__(index: number): Dynamic; __len__(): number }) {
    this.sequence = sequence;
    this.index = sequence.__len__() - 1;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Dynamic, undefined> {
    if (this.index < 0) return { value: undefined, done: true };
    return { value: this.sequence.__getitem__(this.index--), done: false };
  }
}
