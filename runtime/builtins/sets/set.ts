// PySet: Python's set.
import type { Dynamic } from "../dynamic.ts";
import { KeyError, TypeError } from "../exceptions/index.ts";
import { NotImplemented } from "../not-implemented.ts";
import * as algebra from "./algebra.ts";
import { STORAGE, storage_of, type StoredSet } from "./algebra.ts";
import { AnySet } from "./base.ts";
import { as_element } from "./frozenset.ts";
import type { SetStorage } from "./storage.ts";

/** `new PySet([a, b])` is `set([a, b])` and `{a, b}`; `PySet.constant(1, 2, 3)` the display of three constants or more. */
export class PySet<T = Dynamic> extends AnySet<T> {
  static readonly __name__: string = "set";
  static readonly __module__: string = "builtins";

  constructor(elements?: Iterable<T> | null) {
    super();
    if (new.target !== PySet && this.__init__ !== PySet.prototype.__init__) {
      Reflect.apply(this.__init__, this, [...arguments]);
    } else if (elements != null) algebra.update(this[STORAGE], elements);
  }

  /** For subclasses: `super.__init__(elements)`. */
  __init__(elements: Iterable<T> | null = null, ..._rest: readonly Dynamic[]): void {
    if (elements != null) algebra.update(this[STORAGE], elements);
  }

  /** `{1, 2, 3}` of constants: CPython's compiler builds a frozenset, builds it anew from itself, and updates a set from it. */
  static constant<T>(...elements: readonly T[]): PySet<T> {
    const frozen = algebra.made_from([...algebra.made_from(elements).in_order()]);
    const result = new PySet<T>();
    result[STORAGE].merge(frozen);
    return result;
  }

  override has(element: unknown): boolean {
    return this[STORAGE].has(as_element(element));
  }

  add(element: T): void {
    this[STORAGE].add(element);
  }

  /** `s.remove(x)`. KeyError when it is missing. */
  remove(element: unknown): void {
    if (!this[STORAGE].delete(as_element(element))) throw new KeyError(element);
  }

  discard(element: unknown): void {
    this[STORAGE].delete(as_element(element));
  }

  /** Removes and returns an element. KeyError when there is none. */
  pop(): T {
    if (this.size === 0) throw new KeyError("pop from an empty set");
    const element = this[STORAGE].next_to_pop();
    this[STORAGE].delete(element);
    return element;
  }

  clear(): void {
    this[STORAGE].clear();
  }

  copy(): PySet<T> {
    return this.made(algebra.copy_of(this[STORAGE]));
  }

  update(...others: readonly Iterable<T>[]): void {
    for (const other of others) algebra.update(this[STORAGE], other);
  }

  intersection_update(...others: readonly Iterable<unknown>[]): void {
    this[STORAGE] = this.intersection(...others)[STORAGE].succeed(this[STORAGE]);
  }

  difference_update(...others: readonly Iterable<unknown>[]): void {
    for (const other of others) algebra.difference_update(this[STORAGE], other);
  }

  symmetric_difference_update(other: Iterable<T>): void {
    algebra.symmetric_difference_update(this[STORAGE], other);
  }

  __ior__(other: StoredSet<T>): this {
    if (storage_of(other) === null) return NotImplemented as Dynamic;
    algebra.update(this[STORAGE], other);
    return this;
  }

  __iand__(other: StoredSet<unknown>): this {
    if (storage_of(other) === null) return NotImplemented as Dynamic;
    this.intersection_update(other);
    return this;
  }

  __isub__(other: StoredSet<unknown>): this {
    if (storage_of(other) === null) return NotImplemented as Dynamic;
    this.difference_update(other);
    return this;
  }

  __ixor__(other: StoredSet<T>): this {
    if (storage_of(other) === null) return NotImplemented as Dynamic;
    this.symmetric_difference_update(other);
    return this;
  }

  protected override made(storage: SetStorage<Dynamic>): this {
    const result = new PySet<T>();
    result[STORAGE] = storage;
    return result as this;
  }
}

/** `set()`, `set(iterable)`. TypeError when it can't be iterated or an element can't be hashed. */
function make<T>(elements?: Iterable<T>): PySet<T>;
function make(...args: readonly Dynamic[]): PySet {
  // `class Tags(set)`: the instance is of the class that is being made.
  if (new.target !== undefined) return Reflect.construct(PySet, args, new.target) as PySet;
  if (args[0] === null) throw new TypeError("'NoneType' object is not iterable");
  return new PySet(args[0]);
}

export const set: typeof make & {
  new <T = Dynamic>(elements?: Iterable<T>): PySet<T>;
  readonly __name__: string;
} = /* @__PURE__ */ Object.assign(make, {
  prototype: PySet.prototype,
  __name__: "set",
  __module__: "builtins",
  __is_type__: true,
} as const) as never;
