// dict.keys(), dict.values(), dict.items(): live views; keys and items behave as sets.
import type { Dynamic } from "../dynamic.ts";
import { same_item } from "../equality.ts";
import type { int } from "../int.ts";
import { iter } from "../iteration/iter.ts";
import { NotImplemented } from "../not-implemented.ts";
import { repr, repr_guarded } from "../representation.ts";
import { contains } from "../sequences/contains.ts";
import { len } from "../sequences/len.ts";
import { PySet } from "../sets/set.ts";
import { FrozenSet } from "../sets/frozenset.ts";
import { pair, Tuple } from "../tuple.ts";

/** What a view needs of its dict; the dict itself hands itself in. */
export interface ViewedDict<K, V> extends Iterable<K> {
  readonly size: number;
  has(key: unknown): boolean;
  at(key: unknown): V;
  iterate<T>(select: (key: K, value: V) => T): IterableIterator<T>;
  __reversed__(): IterableIterator<K>;
}

abstract class View<K, V, T> implements Iterable<T> {
  /** The dict, as `view.mapping` gives it. */
  readonly mapping: ViewedDict<K, V>;

  constructor(mapping: ViewedDict<K, V>) {
    this.mapping = mapping;
  }

  abstract [Symbol.iterator](): IterableIterator<T>;

  __len__(): int {
    return this.mapping.size;
  }

  __repr__(): string {
    const name: Dynamic = this.constructor;
    return repr_guarded(this, "...", () => `${name.__name__}(${repr([...this])})`);
  }
}

/** The operators that keys and items share with sets; the other operand may be any iterable. */
abstract class SetView<K, V, T> extends View<K, V, T> {
  abstract __contains__(item: unknown): boolean;

  isdisjoint(other: Iterable<unknown>): boolean {
    for (const item of iter(other)) if (this.__contains__(item)) return false;
    return true;
  }

  __and__(other: Iterable<unknown>): PySet<T> {
    const result = new PySet<T>();
    // Of equal keys, those of the smaller view stay.
    if (other instanceof SetView && other.__len__() > this.__len__()) return other.__and__(this);
    for (const item of iter(other)) if (this.__contains__(item)) result.add(item as T);
    return result;
  }

  __rand__(other: Iterable<unknown>): PySet<T> {
    return this.__and__(other);
  }

  __or__<U>(other: Iterable<U>): PySet<T | U> {
    const result = new PySet<T | U>(this);
    result.update(other);
    return result;
  }

  __ror__<U>(other: Iterable<U>): PySet<T | U> {
    const result = new PySet<T | U>(iter(other));
    result.update(this);
    return result;
  }

  __sub__(other: Iterable<unknown>): PySet<T> {
    const result = new PySet<T>(this);
    result.difference_update(other);
    return result;
  }

  __rsub__<U>(other: Iterable<U>): PySet<U> {
    const result = new PySet<U>(iter(other));
    result.difference_update(this);
    return result;
  }

  __xor__<U>(other: Iterable<U>): PySet<T | U> {
    const result = new PySet<T | U>(this);
    result.symmetric_difference_update(other);
    return result;
  }

  __rxor__<U>(other: Iterable<U>): PySet<T | U> {
    const result = new PySet<T | U>(other);
    result.symmetric_difference_update(this as Iterable<Dynamic>);
    return result;
  }

  __eq__(other: unknown): boolean {
    return this.#compare(other, (size) => this.__len__() === size, this, other);
  }

  __le__(other: unknown): boolean {
    return this.#compare(other, (size) => this.__len__() <= size, this, other);
  }

  __lt__(other: unknown): boolean {
    return this.#compare(other, (size) => this.__len__() < size, this, other);
  }

  __ge__(other: unknown): boolean {
    return this.#compare(other, (size) => this.__len__() >= size, other, this);
  }

  __gt__(other: unknown): boolean {
    return this.#compare(other, (size) => this.__len__() > size, other, this);
  }

  /** Whether the sizes agree and all of `part` is in `whole`; only sets and views compare with views. */
  #compare(
    other: unknown,
    fits: (size: number) => boolean,
    part: unknown,
    whole: unknown,
  ): boolean {
    if (!(other instanceof SetView || other instanceof PySet || other instanceof FrozenSet))
      return NotImplemented as Dynamic;
    if (!fits(len(other))) return false;
    for (const item of iter(part)) if (!contains(whole, item)) return false;
    return true;
  }
}

export class DictKeys<K, V> extends SetView<K, V, K> {
  static readonly __name__: string = "dict_keys";
  static readonly __module__: string = "builtins";

  [Symbol.iterator](): IterableIterator<K> {
    return this.mapping[Symbol.iterator]() as IterableIterator<K>;
  }

  __contains__(key: unknown): boolean {
    return this.mapping.has(key);
  }

  __reversed__(): IterableIterator<K> {
    return this.mapping.__reversed__();
  }
}

export class DictItems<K, V> extends SetView<K, V, readonly [K, V]> {
  static readonly __name__: string = "dict_items";
  static readonly __module__: string = "builtins";

  [Symbol.iterator](): IterableIterator<readonly [K, V]> {
    return this.mapping.iterate<readonly [K, V]>(pair);
  }

  __contains__(item: unknown): boolean {
    if (!(item instanceof Tuple) || item.length !== 2) return false;
    return this.mapping.has(item[0]) && same_item(this.mapping.at(item[0]), item[1]);
  }

  *__reversed__(): IterableIterator<readonly [K, V]> {
    for (const key of this.mapping.__reversed__()) yield pair(key, this.mapping.at(key));
  }
}

export class DictValues<K, V> extends View<K, V, V> {
  static readonly __name__: string = "dict_values";
  static readonly __module__: string = "builtins";

  [Symbol.iterator](): IterableIterator<V> {
    return this.mapping.iterate((_, value) => value);
  }

  *__reversed__(): IterableIterator<V> {
    for (const key of this.mapping.__reversed__()) yield this.mapping.at(key);
  }
}
