// collections.ChainMap: several mappings seen as one; what is written goes into the first.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { KeyError } from "../../builtins/exceptions/index.ts";
import { contains, delitem, Dict, getitem, iter, setitem } from "../../builtins/index.ts";
import type { int } from "../../builtins/int.ts";
import { repr } from "../../builtins/representation.ts";
import { class_name } from "../../builtins/type-name.ts";
import { MutableMapping } from "../_collections_abc/mappings.ts";

export class ChainMap<K = Dynamic, V = Dynamic> extends MutableMapping<K, V> {
  static override readonly __name__: string = "ChainMap";
  static override readonly __module__: string = "collections";
  readonly maps: Dynamic[];

  constructor(...maps: readonly Dynamic[]) {
    super();
    this.maps = maps.length === 0 ? [new Dict()] : [...maps];
  }

  /** KeyError when no map has the key. */
  __missing__(key: unknown): Dynamic {
    throw new KeyError(key);
  }

  __getitem__(key: unknown): Dynamic {
    for (const map of this.maps) if (contains(map, key)) return getitem(map, key);
    return this.__missing__(key);
  }

  override get(key: unknown, otherwise: Dynamic = null): Dynamic {
    return contains(this, key) ? getitem(this as Dynamic, key) : otherwise;
  }

  /** The keys of the last map first. */
  override [Symbol.iterator](): IterableIterator<K> {
    const keys = new Dict<K, null>();
    for (const map of [...this.maps].reverse()) for (const key of iter<K>(map)) keys.set(key, null);
    return keys[Symbol.iterator]() as IterableIterator<K>;
  }

  __iter__(): IterableIterator<K> {
    return this[Symbol.iterator]();
  }

  __len__(): int {
    return [...this].length;
  }

  override __contains__(key: unknown): boolean {
    return this.maps.some((map) => contains(map, key));
  }

  __bool__(): boolean {
    return this.__len__() > 0;
  }

  __setitem__(key: K, value: V): void {
    setitem(this.maps[0], key, value);
  }

  /** KeyError when the first map lacks the key. */
  __delitem__(key: unknown): void {
    if (!contains(this.maps[0], key))
      throw new KeyError(`Key not found in the first mapping: ${repr(key)}`);
    delitem(this.maps[0], key);
  }

  override pop(key: unknown, ...otherwise: readonly Dynamic[]): Dynamic {
    if (!contains(this.maps[0], key) && otherwise.length === 0)
      throw new KeyError(`Key not found in the first mapping: ${repr(key)}`);
    return this.maps[0].pop(key, ...otherwise);
  }

  override clear(): void {
    this.maps[0].clear();
  }

  /** A chain with one more map in front. */
  new_child(m: Dynamic = null): ChainMap<K, V> {
    return new (this.constructor as typeof ChainMap)(m ?? new Dict(), ...this.maps) as ChainMap<
      K,
      V
    >;
  }

  /** The chain without its first map. */
  get parents(): ChainMap<K, V> {
    return new (this.constructor as typeof ChainMap)(...this.maps.slice(1)) as ChainMap<K, V>;
  }

  copy(): ChainMap<K, V> {
    const [first, ...others] = this.maps;
    return new (this.constructor as typeof ChainMap)(first.copy(), ...others) as ChainMap<K, V>;
  }

  __repr__(): string {
    return `${class_name(this.constructor)}(${this.maps.map((map) => repr(map)).join(", ")})`;
  }
}
