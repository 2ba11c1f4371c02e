// Set, MutableSet: `__contains__`, `__iter__` and `__len__`, and the operators that follow from them.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { same_item } from "../../builtins/equality.ts";
import { KeyError } from "../../builtins/exceptions/index.ts";
import { contains, frozenset, len, set } from "../../builtins/index.ts";
import { iter } from "../../builtins/iteration/iter.ts";
import { DictItems, DictKeys } from "../../builtins/mappings/views.ts";
import { NotImplemented } from "../../builtins/not-implemented.ts";
import { FrozenSet } from "../../builtins/sets/frozenset.ts";
import { PySet } from "../../builtins/sets/set.ts";
import { is_instance, is_subclass } from "./check.ts";
import { Collection, Iterable } from "./one-trick.ts";

/** `Set`: subclasses define `__contains__`, `__iter__` and `__len__`. */
export abstract class AbstractSet<T = Dynamic> extends Collection<T> {
  static override readonly __name__: string = "Set";
  static override readonly __module__: string = "collections.abc";

  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, AbstractSet, value, is_set);
  }

  static override __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, AbstractSet, type, [], [set, frozenset]);
  }

  /** What the operators make of their items: an instance of the class. */
  static _from_iterable(this: Dynamic, items: readonly Dynamic[]): Dynamic {
    return new this(items);
  }

  __contains__(item: unknown): boolean {
    for (const each of items_of(this)) if (same_item(each, item)) return true;
    return false;
  }

  __le__(other: Dynamic): Dynamic {
    if (!is_any_set(other)) return NotImplemented;
    return len(this) <= len(other) && this.list().every((item) => contains(other, item));
  }

  __lt__(other: Dynamic): Dynamic {
    if (!is_any_set(other)) return NotImplemented;
    return len(this) < len(other) && this.__le__(other);
  }

  __ge__(other: Dynamic): Dynamic {
    if (!is_any_set(other)) return NotImplemented;
    return len(this) >= len(other) && items_of(other).every((item) => contains(this, item));
  }

  __gt__(other: Dynamic): Dynamic {
    if (!is_any_set(other)) return NotImplemented;
    return len(this) > len(other) && this.__ge__(other);
  }

  __eq__(other: Dynamic): Dynamic {
    if (!is_any_set(other)) return NotImplemented;
    return len(this) === len(other) && this.__le__(other);
  }

  __and__(other: Dynamic): Dynamic {
    if (!Iterable.__instancecheck__(other)) return NotImplemented;
    return this.made(items_of(other).filter((item) => contains(this, item)));
  }

  __rand__(other: Dynamic): Dynamic {
    return this.__and__(other);
  }

  isdisjoint(other: Dynamic): boolean {
    return items_of(other).every((item) => !contains(this, item));
  }

  __or__(other: Dynamic): Dynamic {
    if (!Iterable.__instancecheck__(other)) return NotImplemented;
    return this.made([...this.list(), ...items_of(other)]);
  }

  __ror__(other: Dynamic): Dynamic {
    return this.__or__(other);
  }

  __sub__(other: Dynamic): Dynamic {
    if (!Iterable.__instancecheck__(other)) return NotImplemented;
    const others = is_any_set(other) ? other : items_of(other);
    return this.made(this.list().filter((item) => !contains(others, item)));
  }

  __rsub__(other: Dynamic): Dynamic {
    if (!Iterable.__instancecheck__(other)) return NotImplemented;
    return this.made(items_of(other).filter((item) => !contains(this, item)));
  }

  __xor__(other: Dynamic): Dynamic {
    if (!Iterable.__instancecheck__(other)) return NotImplemented;
    const others = items_of(other);
    return this.made([
      ...this.list().filter((item) => !contains(others, item)),
      ...others.filter((item) => !contains(this, item)),
    ]);
  }

  __rxor__(other: Dynamic): Dynamic {
    return this.__xor__(other);
  }

  private list(): Dynamic[] {
    return items_of(this);
  }

  private made(items: readonly Dynamic[]): Dynamic {
    const type: Dynamic = this.constructor;
    return type._from_iterable(items);
  }
}

function items_of(value: Dynamic): Dynamic[] {
  return [...iter(value)];
}

function is_any_set(value: Dynamic): boolean {
  return value instanceof AbstractSet || is_set(value);
}

function is_set(value: Dynamic): boolean {
  return (
    value instanceof PySet ||
    value instanceof FrozenSet ||
    value instanceof DictKeys ||
    value instanceof DictItems
  );
}

/** Subclasses define `add` and `discard` too. */
export abstract class MutableSet<T = Dynamic> extends AbstractSet<T> {
  static override readonly __name__: string = "MutableSet";
  static override readonly __module__: string = "collections.abc";

  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, MutableSet, value, (each) => each instanceof PySet);
  }

  static override __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, MutableSet, type, [], [set]);
  }

  abstract add(item: T): void;
  abstract discard(item: T): void;

  /** KeyError when the item is not there. */
  remove(item: T): void {
    if (!contains(this, item)) throw new KeyError(item);
    this.discard(item);
  }

  /** The first item. KeyError when there is none. */
  pop(): T {
    const first = iter(this as Dynamic).next();
    if (first.done === true) throw new KeyError();
    this.discard(first.value);
    return first.value;
  }

  clear(): void {
    for (let left = len(this); left > 0; left--) this.pop();
  }

  __ior__(other: Dynamic): this {
    for (const item of items_of(other)) this.add(item);
    return this;
  }

  __iand__(other: Dynamic): this {
    for (const item of items_of(this)) if (!contains(other, item)) this.discard(item);
    return this;
  }

  __isub__(other: Dynamic): this {
    for (const item of items_of(other)) this.discard(item);
    return this;
  }

  __ixor__(other: Dynamic): this {
    for (const item of items_of(other)) {
      if (contains(this, item)) this.discard(item);
      else this.add(item);
    }
    return this;
  }
}
