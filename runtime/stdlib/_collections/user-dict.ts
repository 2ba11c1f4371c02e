// collections.UserDict: a mapping to derive from, whose items lie in `data`.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { KeyError } from "../../builtins/exceptions/index.ts";
import { contains, Dict, iter } from "../../builtins/index.ts";
import type { int } from "../../builtins/int.ts";
import { repr } from "../../builtins/representation.ts";
import { MutableMapping } from "../_collections_abc/mappings.ts";

/** Every item goes through `__setitem__` and `__getitem__`, which subclasses override. */
export class UserDict<K = Dynamic, V = Dynamic> extends MutableMapping<K, V> {
  static override readonly __name__: string = "UserDict";
  static override readonly __module__: string = "collections";
  data: Dict<K, V> = new Dict();

  constructor(...given: readonly Dynamic[]) {
    super();
    this.__init__(...given);
  }

  __init__(...given: readonly Dynamic[]): void {
    this.data = new Dict();
    this.update(...given);
  }

  __len__(): int {
    return this.data.size;
  }

  /** KeyError when the key is missing and the class has no `__missing__`. */
  __getitem__(key: unknown): Dynamic {
    if (this.data.has(key as K)) return this.data.at(key as K);
    const { __missing__: missing } = this as Dynamic;
    if (typeof missing === "function") return Reflect.apply(missing, this, [key]);
    throw new KeyError(key);
  }

  __setitem__(key: K, item: V): void {
    this.data.set(key, item);
  }

  __delitem__(key: unknown): void {
    this.data.delete(key as K);
  }

  override [Symbol.iterator](): IterableIterator<K> {
    return iter<K>(this.data);
  }

  __iter__(): IterableIterator<K> {
    return iter<K>(this.data);
  }

  override __contains__(key: unknown): boolean {
    return this.data.has(key as K);
  }

  override get(key: unknown, otherwise: Dynamic = null): Dynamic {
    return contains(this, key) ? this.__getitem__(key) : otherwise;
  }

  __repr__(): string {
    return repr(this.data);
  }

  copy(): UserDict<K, V> {
    const made: UserDict<K, V> = Object.create(Object.getPrototypeOf(this) as object);
    Object.assign(made, this);
    made.data = new Dict();
    made.update(this);
    return made;
  }

  __or__(other: Dynamic): UserDict<K, V> {
    const made = this.copy();
    made.update(other);
    return made;
  }

  __ior__(other: Dynamic): this {
    this.update(other);
    return this;
  }
}
