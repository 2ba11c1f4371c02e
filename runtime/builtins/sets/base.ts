// What sets and frozensets have in common: reading, comparing and the operators that make new ones.
import type { Dynamic } from "../dynamic.ts";
import type { int } from "../int.ts";
import { NotImplemented } from "../not-implemented.ts";
import { repr_guarded, repr_items } from "../representation.ts";
import { class_name } from "../type-name.ts";
import * as algebra from "./algebra.ts";
import { STORAGE, storage_of, type StoredSet } from "./algebra.ts";
import { SetIterator } from "./set-iterator.ts";
import { SetStorage } from "./storage.ts";

/** Abstract: `PySet` and `FrozenSet` say how a result of their own kind is made. */
export abstract class AnySet<T> implements StoredSet<T> {
  [STORAGE]: SetStorage<T> = new SetStorage<T>();

  get size(): number {
    return this[STORAGE].size;
  }

  has(element: unknown): boolean {
    return this[STORAGE].has(element);
  }

  [Symbol.iterator](): IterableIterator<T> {
    return new SetIterator(this[STORAGE]);
  }

  union<U>(...others: readonly Iterable<U>[]): this & StoredSet<T | U> {
    const result = algebra.copy_of(this[STORAGE]);
    for (const other of others) if (other !== (this as unknown)) algebra.update(result, other);
    return this.made(result) as this & StoredSet<T | U>;
  }

  intersection(...others: readonly Iterable<unknown>[]): this {
    if (others.length === 0) return this.made(algebra.copy_of(this[STORAGE]));
    let result: SetStorage<Dynamic> = this[STORAGE];
    for (const other of others) result = algebra.intersection(result, other);
    return this.made(result);
  }

  difference(...others: readonly Iterable<unknown>[]): this {
    const [first, ...rest] = others;
    if (first === undefined) return this.made(algebra.copy_of(this[STORAGE]));
    const result = algebra.difference(this[STORAGE], first);
    for (const other of rest) algebra.difference_update(result, other);
    return this.made(result);
  }

  symmetric_difference<U>(other: Iterable<U>): this & StoredSet<T | U> {
    const result = algebra.symmetric_difference(this[STORAGE], other);
    return this.made(result) as this & StoredSet<T | U>;
  }

  isdisjoint(other: Iterable<unknown>): boolean {
    return algebra.is_disjoint(this[STORAGE], other);
  }

  issubset(other: Iterable<unknown>): boolean {
    return algebra.is_subset(this[STORAGE], storage_of(other) ?? algebra.made_from(other));
  }

  issuperset(other: Iterable<unknown>): boolean {
    return algebra.is_subset(storage_of(other) ?? algebra.made_from(other), this[STORAGE]);
  }

  __len__(): int {
    return this[STORAGE].size;
  }

  __contains__(element: unknown): boolean {
    return this.has(element);
  }

  __or__<U>(other: StoredSet<U>): this & StoredSet<T | U> {
    return storage_of(other) === null ? refused() : this.union(other);
  }

  __and__(other: StoredSet<unknown>): this {
    return storage_of(other) === null ? refused() : this.intersection(other);
  }

  __sub__(other: StoredSet<unknown>): this {
    return storage_of(other) === null ? refused() : this.difference(other);
  }

  __xor__<U>(other: StoredSet<U>): this & StoredSet<T | U> {
    return storage_of(other) === null ? refused() : this.symmetric_difference(other);
  }

  __eq__(other: unknown): boolean {
    const theirs = storage_of(other);
    if (theirs === null) return refused();
    return theirs.size === this.size && algebra.is_subset(this[STORAGE], theirs);
  }

  __le__(other: unknown): boolean {
    const theirs = storage_of(other);
    return theirs === null ? refused() : algebra.is_subset(this[STORAGE], theirs);
  }

  __lt__(other: unknown): boolean {
    const theirs = storage_of(other);
    if (theirs === null) return refused();
    return this.size < theirs.size && algebra.is_subset(this[STORAGE], theirs);
  }

  __ge__(other: unknown): boolean {
    const theirs = storage_of(other);
    return theirs === null ? refused() : algebra.is_subset(theirs, this[STORAGE]);
  }

  __gt__(other: unknown): boolean {
    const theirs = storage_of(other);
    if (theirs === null) return refused();
    return theirs.size < this.size && algebra.is_subset(theirs, this[STORAGE]);
  }

  __repr__(): string {
    const name = class_name(this.constructor);
    if (this.size === 0) return `${name}()`;
    return repr_guarded(this, `${name}(...)`, () => {
      const body = `{${repr_items([...this[STORAGE].in_order()])}}`;
      return name === "set" ? body : `${name}(${body})`;
    });
  }

  /** A set of the receiver's kind over a new storage. */
  protected abstract made(storage: SetStorage<Dynamic>): this;
}

function refused(): Dynamic {
  return NotImplemented;
}
