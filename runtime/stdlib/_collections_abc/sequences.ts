// Sequence, MutableSequence: `__getitem__` and `__len__`, and all that follows from them.
import { MATCHES_AS_SEQUENCE } from "../../builtins/matching-marks.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { same_item } from "../../builtins/equality.ts";
import { IndexError, ValueError } from "../../builtins/exceptions/index.ts";
import { Bytes } from "../../builtins/bytes/bytes.ts";
import { ByteArray } from "../../builtins/bytes/byte-array.ts";
import { delitem, getitem, len, setitem } from "../../builtins/index.ts";
import type { int } from "../../builtins/int.ts";
import { iter } from "../../builtins/iteration/iter.ts";
import { bytearray, bytes, list, range, str, tuple } from "../../builtins/index.ts";
import { Range } from "../../builtins/sequences/range.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { deque } from "../_collections/deque.ts";
import { is_instance, is_subclass } from "./check.ts";
import { Reversible } from "./one-trick.ts";

/** Subclasses define `__getitem__` and `__len__`. */
export abstract class Sequence<T = Dynamic> extends Reversible<T> {
  static override readonly __name__: string = "Sequence";
  static override readonly __module__: string = "collections.abc";
  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, Sequence, value, is_sequence);
  }

  get [MATCHES_AS_SEQUENCE](): true {
    return true;
  }

  static override __subclasscheck__(type: Dynamic): boolean {
    const natives = [list, tuple, str, range, bytes, bytearray, deque];
    return is_subclass(this, Sequence, type, [], natives);
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let index = 0; ; index++) {
      let item: T;
      try {
        item = getitem(this as Dynamic, index) as T;
      } catch (error) {
        if (error instanceof IndexError) return;
        throw error;
      }
      yield item;
    }
  }

  __contains__(value: unknown): boolean {
    for (const item of iter<T>(this)) if (same_item(item, value)) return true;
    return false;
  }

  *__reversed__(): IterableIterator<T> {
    for (let index = len(this) - 1; index >= 0; index--) yield getitem(this as Dynamic, index) as T;
  }

  /** ValueError when the value is not there. */
  index(value: unknown, start: int = 0, stop: int | null = null): int {
    const size = len(this);
    const first = start < 0 ? Math.max(size + start, 0) : start;
    const last = stop === null ? size : stop < 0 ? stop + size : stop;
    for (let at = first; at < Math.min(last, size); at++)
      if (same_item(getitem(this as Dynamic, at), value)) return at;
    throw new ValueError();
  }

  count(value: unknown): int {
    let found = 0;
    for (const item of iter<T>(this)) if (same_item(item, value)) found += 1;
    return found;
  }
}

function is_sequence(value: Dynamic): boolean {
  return (
    typeof value === "string" ||
    Array.isArray(value) ||
    value instanceof Range ||
    value instanceof Bytes ||
    value instanceof deque
  );
}

/** Subclasses define `__setitem__`, `__delitem__` and `insert` too. */
export abstract class MutableSequence<T = Dynamic> extends Sequence<T> {
  static override readonly __name__: string = "MutableSequence";
  static override readonly __module__: string = "collections.abc";
  static override __instancecheck__(value: unknown): boolean {
    return is_instance(
      this,
      MutableSequence,
      value,
      (each) =>
        (Array.isArray(each) && !(each instanceof Tuple)) ||
        each instanceof ByteArray ||
        each instanceof deque,
    );
  }

  static override __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, MutableSequence, type, [], [list, bytearray, deque]);
  }

  abstract insert(index: int, value: T): void;

  append(value: T): void {
    this.insert(len(this), value);
  }

  clear(): void {
    for (let left = len(this); left > 0; left--) this.pop();
  }

  reverse(): void {
    const size = len(this);
    const self: Dynamic = this;
    for (let at = 0; at < Math.floor(size / 2); at++) {
      const [first, last]: [Dynamic, Dynamic] = [getitem(self, at), getitem(self, size - at - 1)];
      setitem(self, at, last);
      setitem(self, size - at - 1, first);
    }
  }

  extend(values: Dynamic): void {
    const items: readonly T[] = values === this ? [...iter<T>(this)] : values;
    for (const value of iter<T>(items)) this.append(value);
  }

  pop(index: int = -1): T {
    const value: T = getitem(this as Dynamic, index) as T;
    delitem(this as Dynamic, index);
    return value;
  }

  remove(value: unknown): void {
    delitem(this as Dynamic, this.index(value));
  }

  __iadd__(values: Dynamic): this {
    this.extend(values);
    return this;
  }
}
