// Mapping, MutableMapping and their views: `__getitem__`, `__iter__` and `__len__`, and all that follows from them.
import { MATCHES_AS_MAPPING } from "../../builtins/matching-marks.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { eq } from "../../builtins/equality.ts";
import { KeyError } from "../../builtins/exceptions/index.ts";
import { contains, delitem, Dict, dict, getitem, len, setitem } from "../../builtins/index.ts";
import type { int } from "../../builtins/int.ts";
import { iter } from "../../builtins/iteration/iter.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { NotImplemented } from "../../builtins/not-implemented.ts";
import { repr } from "../../builtins/representation.ts";
import { each_pair } from "../../builtins/mappings/source.ts";
import { DictItems, DictKeys, DictValues } from "../../builtins/mappings/views.ts";
import { pair } from "../../builtins/tuple.ts";
import { class_name } from "../../builtins/type-name.ts";
import { is_instance, is_subclass } from "./check.ts";
import { Collection } from "./one-trick.ts";
import { AbstractSet } from "./sets.ts";

/** Subclasses define `__getitem__`, `__iter__` and `__len__`. */
export abstract class Mapping<K = Dynamic, V = Dynamic> extends Collection<K> {
  static override readonly __name__: string = "Mapping";
  static override readonly __module__: string = "collections.abc";
  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, Mapping, value, (each) => each instanceof Dict);
  }

  get [MATCHES_AS_MAPPING](): true {
    return true;
  }

  static override __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, Mapping, type, [], [dict]);
  }

  [Symbol.iterator](): IterableIterator<K> {
    return iter<K>((this as Dynamic).__iter__());
  }

  get(key: unknown, otherwise: Dynamic = null): Dynamic {
    try {
      return getitem(this as Dynamic, key);
    } catch (error) {
      if (error instanceof KeyError) return otherwise;
      throw error;
    }
  }

  __contains__(key: unknown): boolean {
    try {
      getitem(this as Dynamic, key);
      return true;
    } catch (error) {
      if (error instanceof KeyError) return false;
      throw error;
    }
  }

  keys(): KeysView<K> {
    return new KeysView(this);
  }

  items(): ItemsView<K, V> {
    return new ItemsView<K, V>(this);
  }

  values(): ValuesView<V> {
    return new ValuesView<V>(this);
  }

  __eq__(other: unknown): boolean {
    if (!Mapping.__instancecheck__(other)) return NotImplemented as Dynamic;
    return eq(as_dict(this), as_dict(other));
  }
}

function as_dict(mapping: Dynamic): Dict<Dynamic, Dynamic> {
  return new Dict([...iter<Dynamic>(mapping.items())].map(([key, value]) => [key, value]));
}

/** Subclasses define `__setitem__` and `__delitem__` too. */
export abstract class MutableMapping<K = Dynamic, V = Dynamic> extends Mapping<K, V> {
  static override readonly __name__: string = "MutableMapping";
  static override readonly __module__: string = "collections.abc";
  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, MutableMapping, value, (each) => each instanceof Dict);
  }

  static override __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, MutableMapping, type, [], [dict]);
  }

  /** KeyError when the key is missing and there is no default. */
  pop(key: unknown, ...otherwise: readonly Dynamic[]): Dynamic {
    let value: unknown;
    try {
      value = getitem(this as Dynamic, key);
    } catch (error) {
      if (error instanceof KeyError && otherwise.length > 0) return otherwise[0];
      throw error;
    }
    delitem(this as Dynamic, key);
    return value;
  }

  /** The first item. KeyError when there is none. */
  popitem(): readonly [K, V] {
    const first = iter<K>(this).next();
    if (first.done === true) throw new KeyError();
    const value = getitem(this as Dynamic, first.value) as V;
    delitem(this as Dynamic, first.value);
    return pair(first.value, value);
  }

  clear(): void {
    while (len(this) > 0) this.popitem();
  }

  update(...given: readonly Dynamic[]): void {
    for (const source of given) {
      if (source == null) continue;
      if (is_keywords(source)) {
        for (const [key, value] of Object.entries(source)) setitem(this as Dynamic, key, value);
      } else each_pair<K, V>(source, (key, value) => setitem(this as Dynamic, key, value));
    }
  }

  setdefault(key: K, otherwise: Dynamic = null): Dynamic {
    try {
      return getitem(this as Dynamic, key);
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      setitem(this as Dynamic, key, otherwise);
      return otherwise;
    }
  }
}

export class KeysView<K = Dynamic> extends AbstractSet<K> {
  static override readonly __name__: string = "KeysView";
  static override readonly __module__: string = "collections.abc";
  readonly _mapping: Dynamic;

  constructor(mapping: Dynamic) {
    super();
    this._mapping = mapping;
  }

  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, KeysView, value, (each) => each instanceof DictKeys);
  }

  [Symbol.iterator](): IterableIterator<K> {
    return iter<K>(this._mapping);
  }

  __len__(): int {
    return len(this._mapping);
  }

  override __contains__(key: unknown): boolean {
    return contains(this._mapping, key);
  }

  __repr__(): string {
    return `${class_name(this.constructor)}(${repr(this._mapping)})`;
  }
}

export class ItemsView<K = Dynamic, V = Dynamic> extends AbstractSet<readonly [K, V]> {
  static override readonly __name__: string = "ItemsView";
  static override readonly __module__: string = "collections.abc";
  readonly _mapping: Dynamic;

  constructor(mapping: Dynamic) {
    super();
    this._mapping = mapping;
  }

  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, ItemsView, value, (each) => each instanceof DictItems);
  }

  *[Symbol.iterator](): IterableIterator<readonly [K, V]> {
    for (const key of iter<K>(this._mapping)) yield pair(key, getitem(this._mapping, key) as V);
  }

  __len__(): int {
    return len(this._mapping);
  }

  override __contains__(item: Dynamic): boolean {
    const [key, value] = item;
    return contains(this._mapping, key) && eq(getitem(this._mapping, key), value);
  }

  __repr__(): string {
    return `${class_name(this.constructor)}(${repr(this._mapping)})`;
  }
}

export class ValuesView<V = Dynamic> extends Collection<V> {
  static override readonly __name__: string = "ValuesView";
  static override readonly __module__: string = "collections.abc";
  readonly _mapping: Dynamic;

  constructor(mapping: Dynamic) {
    super();
    this._mapping = mapping;
  }

  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, ValuesView, value, (each) => each instanceof DictValues);
  }

  *[Symbol.iterator](): IterableIterator<V> {
    for (const key of iter(this._mapping)) yield getitem(this._mapping, key) as V;
  }

  __len__(): int {
    return len(this._mapping);
  }

  __contains__(value: unknown): boolean {
    return contains([...this], value);
  }

  __repr__(): string {
    return `${class_name(this.constructor)}(${repr(this._mapping)})`;
  }
}
