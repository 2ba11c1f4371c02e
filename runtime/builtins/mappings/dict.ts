// Dict: Python's dict over a native Map: its key equality, its insertion order, its errors.
import type { Dynamic } from "../dynamic.ts";
import { same_item } from "../equality.ts";
import { KeyError } from "../exceptions/index.ts";
import type { int } from "../int.ts";
import { iter } from "../iteration/iter.ts";
import { is_keywords } from "../keywords.ts";
import { NotImplemented } from "../not-implemented.ts";
import { repr, repr_guarded } from "../representation.ts";
import { Tuple } from "../tuple.ts";
import { DictIterator } from "./dict-iterator.ts";
import { HashedKey, HashedKeys, native_key } from "./key.ts";
import { each_pair, type MappingSource } from "./source.ts";
import { DictItems, DictKeys, DictValues } from "./views.ts";
import { hash } from "../hash.ts";

/**
 * `new Dict([[k, v], …])`, `new Dict(mapping)`. The Map holds values by native key; keys whose native key is not
 * themselves (tuples, bools, integral floats) lie beside it.
 */
export class Dict<K = Dynamic, V = Dynamic> implements Iterable<K> {
  static readonly __name__: string = "dict";
  static readonly __module__: string = "builtins";

  readonly #values = new Map<unknown, V>();
  /** The keys that are not their own native key. */
  #originals: Map<unknown, K> | null = null;
  /** The keys whose classes define equality; their native key is the object that came first. */
  #hashed: HashedKeys | null = null;
  /** Native keys in order, for `popitem`: the topmost that is still in the Map is the last item. */
  #stack: unknown[] | null = null;

  constructor(source?: MappingSource<K, V> | null, keywords?: Readonly<Record<string, V>>) {
    if (new.target !== Dict && this.__init__ !== Dict.prototype.__init__) {
      Reflect.apply(this.__init__, this, [...arguments]);
      return;
    }
    if (source != null) this.#merge(source, keywords);
    else if (keywords !== undefined) this.#merge(keywords);
  }

  /** For subclasses: `super.__init__(…)`. */
  __init__(...args: readonly Dynamic[]): void {
    if (args.length > 0) this.#merge(...(args as [Dynamic]));
  }

  /** `dict.fromkeys(keys, value)`. */
  static fromkeys<K, V = null>(keys: Iterable<K>, value: V = null as V): Dict<K, V> {
    const result = new this<K, V>();
    const items = iter(keys);
    for (let key = items.next(); !key.done; key = items.next())
      result.__setitem__(key.value, value);
    return result;
  }

  get size(): number {
    return this.#values.size;
  }

  /** `d[key]`; any value may be looked up. KeyError when it is missing and there is no `__missing__`. */
  at(key: unknown): V {
    const place = this.#place(key);
    const value = this.#values.get(place);
    if (value !== undefined) return value;
    const missing: unknown = Reflect.get(this, "__missing__");
    if (typeof missing === "function") return Reflect.apply(missing, this, [key]) as V;
    throw new KeyError(key);
  }

  /** `d.get(key, default)`; `null` when there is neither. */
  get(key: unknown): V | null;
  get<D>(key: unknown, otherwise: D): V | D;
  get(key: unknown, otherwise: unknown = null): unknown {
    const value = this.#values.get(this.#place(key));
    return value === undefined ? otherwise : value;
  }

  has(key: unknown): boolean {
    return this.#values.has(this.#place(key));
  }

  /** `d[key] = value`. TypeError when the key can't be hashed. */
  set(key: K, value: V): this {
    const place = this.#place(key);
    if (needs_note(key, place, this.#stack) && !this.#values.has(place)) this.#note(key, place);
    this.#values.set(place, value === undefined ? (null as V) : value);
    return this;
  }

  /** `del d[key]`. KeyError when it is missing. */
  delete(key: unknown): void {
    if (!this.#remove(this.#place(key))) throw new KeyError(key);
  }

  clear(): void {
    this.#values.clear();
    this.#originals = null;
    this.#hashed = null;
    this.#stack = null;
  }

  copy(): Dict<K, V> {
    return new Dict<K, V>().#copy_from(this);
  }

  /** `d.pop(key, default)`. KeyError when it is missing and there is no default. */
  pop(key: unknown): V;
  pop<D>(key: unknown, otherwise: D): V | D;
  pop(key: unknown, ...otherwise: readonly unknown[]): unknown {
    // CPython does not even hash the key when there is nothing to find.
    const place = this.#values.size === 0 ? undefined : this.#place(key);
    const value = this.#values.get(place);
    if (value !== undefined) {
      this.#remove(place);
      return value;
    }
    if (otherwise.length > 0) return otherwise[0];
    throw new KeyError(key);
  }

  /** Removes and returns the last item. KeyError when there is none. */
  popitem(): readonly [K, V] {
    if (this.#values.size === 0) throw new KeyError("popitem(): dictionary is empty");
    const stack = (this.#stack ??= [...this.#values.keys()]);
    let place = stack.pop();
    while (!this.#values.has(place)) place = stack.pop();
    const item = Tuple.of(this.#key(place), this.#values.get(place) as V);
    this.#remove(place);
    return item;
  }

  setdefault(key: K, value: V = null as V): V {
    const found = this.#values.get(this.#place(key));
    if (found !== undefined) return found;
    this.set(key, value);
    return value;
  }

  /** `d.update(mapping or pairs, **keywords)`. */
  update(
    source: MappingSource<K, V> | Readonly<Record<string, V>> | undefined = undefined,
    keywords: Readonly<Record<string, V>> | undefined = undefined,
  ): void {
    this.#merge(source, keywords);
  }

  /** What classes below make of `update` has no say in constructors and operators. */
  #merge(
    source: MappingSource<K, V> | Readonly<Record<string, V>> | undefined,
    keywords: Readonly<Record<string, V>> | undefined = undefined,
  ): void {
    if (source instanceof Dict) {
      for (const [place, value] of source.#values) this.set(source.#key(place) as K, value as V);
    } else if (is_keywords(source)) {
      for (const [name, value] of Object.entries(source)) this.set(name as K, value as V);
    } else if (source !== undefined) {
      each_pair(source as MappingSource<K, V>, (key, value) => this.set(key, value));
    }
    if (keywords !== undefined) this.#merge(keywords);
  }

  keys(): DictKeys<K, V> {
    return new DictKeys(this);
  }

  values(): DictValues<K, V> {
    return new DictValues(this);
  }

  items(): DictItems<K, V> {
    return new DictItems(this);
  }

  /** The items as plain arrays, for loops that take them apart at once. */
  entries(): IterableIterator<[K, V]> {
    return this.iterate((key, value) => [key, value]);
  }

  [Symbol.iterator](): IterableIterator<K> {
    return new DictIterator(this.#values, this.#values.keys(), (place) => this.#key(place));
  }

  __reversed__(): IterableIterator<K> {
    const places = [...this.#values.keys()].reverse();
    return new DictIterator(this.#values, places.values(), (place) => this.#key(place));
  }

  /** Iterates what `select` makes of each item; RuntimeError when the dict changes its size meanwhile. */
  iterate<T>(select: (key: K, value: V) => T): IterableIterator<T> {
    return new DictIterator(this.#values, this.#values.entries(), ([place, value]) =>
      select(this.#key(place), value),
    );
  }

  __len__(): int {
    return this.#values.size;
  }

  __contains__(key: unknown): boolean {
    return this.#values.has(this.#place(key));
  }

  __getitem__(key: unknown): V {
    return this.at(key);
  }

  __setitem__(key: K, value: V): void {
    this.set(key, value);
  }

  __delitem__(key: unknown): void {
    this.delete(key);
  }

  __eq__(other: unknown): boolean {
    if (!(other instanceof Dict)) return NotImplemented as Dynamic;
    if (other.size !== this.size) return false;
    for (const [place, value] of this.#values) {
      const theirs = other.#values.get(other.#place(this.#key(place)));
      if (theirs === undefined || !same_item(value, theirs)) return false;
    }
    return true;
  }

  __or__<K2, V2>(other: Dict<K2, V2>): Dict<K | K2, V | V2> {
    if (!(other instanceof Dict)) return NotImplemented as Dynamic;
    const result: Dict<K | K2, V | V2> = new Dict<K | K2, V | V2>();
    result.update(this);
    result.#merge(other);
    return result;
  }

  __ror__(other: Dynamic): Dict<Dynamic, Dynamic> {
    return other instanceof Dict ? other.__or__(this) : (NotImplemented as Dynamic);
  }

  __ior__(other: MappingSource<K, V>): this {
    this.#merge(other);
    return this;
  }

  __repr__(): string {
    if (this.#values.size === 0) return "{}";
    return repr_guarded(this, "{...}", () => {
      const items: string[] = [];
      for (const [place, value] of this.#values)
        items.push(`${repr(this.#key(place))}: ${repr(value)}`);
      return `{${items.join(", ")}}`;
    });
  }

  /** The native key under which a key lies, or would lie. */
  #place(key: unknown): unknown {
    if (this.#hashed === null) {
      if (typeof key === "number") return key;
      if (typeof key === "string" && key.charCodeAt(0) !== 0) return key;
    }
    const native = native_key(key);
    if (native instanceof HashedKey) return this.#hashed_place(native);
    if (this.#hashed === null || this.#values.has(native)) return native;
    return this.#hashed.find(key, hash(key)) ?? native;
  }

  #hashed_place({ value, hash: of_hash }: HashedKey): unknown {
    const found = this.#hashed?.find(value, of_hash);
    if (found !== undefined) return found;
    // A number equals objects of its own hash only: Decimal(1) finds 1.
    return this.#values.has(of_hash) && same_item(this.#key(of_hash), value) ? of_hash : value;
  }

  /** Notes a new key that is not its own native key, or whose class defines equality. */
  #note(key: K, place: unknown): void {
    if (place !== key) (this.#originals ??= new Map()).set(place, key);
    else if (typeof key === "object") {
      const native = native_key(key);
      if (native instanceof HashedKey) (this.#hashed ??= new HashedKeys()).add(key, native.hash);
    }
    if (this.#stack !== null) this.#push(place);
  }

  #key(place: unknown): K {
    if (this.#originals === null) return place as K;
    const original = this.#originals.get(place);
    return original === undefined ? (place as K) : original;
  }

  #remove(place: unknown): boolean {
    if (!this.#values.delete(place)) return false;
    this.#originals?.delete(place);
    if (this.#hashed !== null && typeof place === "object" && place !== null) {
      const native = native_key(place);
      if (native instanceof HashedKey) this.#hashed.delete(place, native.hash);
    }
    return true;
  }

  #push(place: unknown): void {
    const stack = this.#stack;
    if (stack !== null && stack.length > 2 * this.#values.size + 16) this.#stack = null;
    else stack?.push(place);
  }

  #copy_from(other: Dict<K, V>): this {
    this.#merge(other);
    return this;
  }
}

/** The usual keys, strings and numbers, lie under themselves. */
function needs_note(key: unknown, place: unknown, stack: unknown[] | null): boolean {
  return place !== key || typeof key === "object" || stack !== null;
}
