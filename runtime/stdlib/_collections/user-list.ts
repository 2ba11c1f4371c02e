// collections.UserList: a list to derive from, whose items lie in `data`.
import type { Dynamic } from "../../builtins/dynamic.ts";
import {
  add,
  contains,
  delitem,
  eq,
  ge,
  getitem,
  gt,
  iadd,
  iter,
  le,
  list,
  lt,
  mul,
  setitem,
} from "../../builtins/index.ts";
import type { int } from "../../builtins/int.ts";
import { repr } from "../../builtins/representation.ts";
import { Slice } from "../../builtins/sequences/slice.ts";
import { MutableSequence } from "../_collections_abc/sequences.ts";

export class UserList<T = Dynamic> extends MutableSequence<T> {
  static override readonly __name__: string = "UserList";
  static override readonly __module__: string = "collections";
  data: T[] = [];

  constructor(...given: readonly Dynamic[]) {
    super();
    this.__init__(...given);
  }

  __init__(initlist: Dynamic = null): void {
    this.data = initlist === null ? [] : [...iter<T>(initlist)];
  }

  __repr__(): string {
    return repr(this.data);
  }

  __eq__(other: Dynamic): boolean {
    return eq(this.data, items_of(other));
  }

  __lt__(other: Dynamic): boolean {
    return lt(this.data, items_of(other)) as boolean;
  }

  __le__(other: Dynamic): boolean {
    return le(this.data, items_of(other)) as boolean;
  }

  __gt__(other: Dynamic): boolean {
    return gt(this.data, items_of(other)) as boolean;
  }

  __ge__(other: Dynamic): boolean {
    return ge(this.data, items_of(other)) as boolean;
  }

  override __contains__(item: unknown): boolean {
    return contains(this.data, item);
  }

  __len__(): int {
    return this.data.length;
  }

  __getitem__(index: Dynamic): Dynamic {
    const found: Dynamic = getitem(this.data as Dynamic, index);
    return index instanceof Slice ? this.#like(found) : found;
  }

  __setitem__(index: Dynamic, item: Dynamic): void {
    setitem(this.data as Dynamic, index, item);
  }

  __delitem__(index: Dynamic): void {
    delitem(this.data as Dynamic, index);
  }

  __add__(other: Dynamic): UserList<T> {
    return this.#like(add(this.data, items_of(other)) as T[]);
  }

  __radd__(other: Dynamic): UserList<T> {
    return this.#like(add(items_of(other), this.data) as T[]);
  }

  override __iadd__(other: Dynamic): this {
    this.data = iadd(this.data, items_of(other)) as T[];
    return this;
  }

  __mul__(n: int): UserList<T> {
    return this.#like(mul(this.data, n) as T[]);
  }

  __rmul__(n: int): UserList<T> {
    return this.__mul__(n);
  }

  override append(item: T): void {
    this.data.push(item);
  }

  override insert(index: int, item: T): void {
    list.insert(this.data, index, item);
  }

  override pop(index: int = -1): T {
    return list.pop(this.data, index) as T;
  }

  override remove(item: unknown): void {
    list.remove(this.data, item as T);
  }

  override clear(): void {
    list.clear(this.data);
  }

  copy(): UserList<T> {
    return this.#like([...this.data]);
  }

  override count(item: unknown): int {
    return list.count(this.data, item as T);
  }

  override index(item: unknown, ...range: readonly Dynamic[]): int {
    return list.index(this.data, item as T, ...(range as []));
  }

  override reverse(): void {
    this.data.reverse();
  }

  sort(options: Dynamic = undefined): void {
    list.sort(this.data, options);
  }

  override extend(other: Dynamic): void {
    list.extend(this.data, items_of(other) as Iterable<T>);
  }

  #like(items: T[]): UserList<T> {
    return new (this.constructor as typeof UserList)(items) as UserList<T>;
  }
}

function items_of(other: Dynamic): Dynamic {
  return other instanceof UserList ? other.data : other;
}
