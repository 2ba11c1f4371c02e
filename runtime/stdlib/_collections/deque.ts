// collections.deque: a list that is fast at both ends.
import { MATCHES_AS_SEQUENCE } from "../../builtins/matching-marks.ts";
import { same_item } from "../../builtins/equality.ts";
import {
  IndexError,
  RuntimeError,
  TypeError,
  ValueError,
} from "../../builtins/exceptions/index.ts";
import { type Dynamic, lt, NotImplemented } from "../../builtins/index.ts";
import type { int } from "../../builtins/int.ts";
import { repr, repr_guarded, repr_items } from "../../builtins/representation.ts";
import { Slice } from "../../builtins/sequences/slice.ts";
import { type_name } from "../../builtins/type-name.ts";
import { integer } from "../_math/real.ts";

const LEAST_CAPACITY = 8;

/** Items lie in a ring whose size is a power of two. */
export class deque<T = Dynamic> implements Iterable<T> {
  static readonly __name__: string = "deque";
  static readonly __module__: string = "collections";
  static readonly __full_name__: string = "collections.deque";
  static readonly __hash__ = null;

  get [MATCHES_AS_SEQUENCE](): true {
    return true;
  }

  #ring: (T | undefined)[] = Array.from({ length: LEAST_CAPACITY });
  #head = 0;
  #count = 0;
  /** Counts changes, so that iteration notices them. */
  #changes = 0;
  readonly #limit: int | null;

  constructor(iterable: Iterable<T> = [], maxlen: int | null = null) {
    if (maxlen !== null && maxlen < 0) throw new ValueError("maxlen must be non-negative");
    this.#limit = maxlen;
    this.extend(iterable);
  }

  get maxlen(): int | null {
    return this.#limit;
  }

  append(x: T): void {
    if (this.#limit === 0) return;
    if (this.#count === this.#limit) this.popleft();
    this.#grow();
    this.#ring[this.#place(this.#count++)] = x;
  }

  appendleft(x: T): void {
    if (this.#limit === 0) return;
    if (this.#count === this.#limit) this.pop();
    this.#grow();
    this.#head = this.#place(-1);
    this.#ring[this.#head] = x;
    this.#count++;
  }

  /** Removes and returns the last item. IndexError when there is none. */
  pop(): T {
    if (this.#count === 0) throw new IndexError("pop from an empty deque");
    this.#changes++;
    return this.#take(this.#place(--this.#count));
  }

  /** Removes and returns the first item. IndexError when there is none. */
  popleft(): T {
    if (this.#count === 0) throw new IndexError("pop from an empty deque");
    this.#changes++;
    const place = this.#head;
    this.#head = this.#place(1);
    this.#count--;
    return this.#take(place);
  }

  extend(iterable: Iterable<T>): void {
    for (const item of iterable === this ? [...iterable] : iterable) this.append(item);
  }

  extendleft(iterable: Iterable<T>): void {
    for (const item of iterable === this ? [...iterable] : iterable) this.appendleft(item);
  }

  clear(): void {
    this.#changes++;
    this.#ring = Array.from({ length: LEAST_CAPACITY });
    this.#head = 0;
    this.#count = 0;
  }

  copy(): deque<T> {
    return new deque<T>(this, this.#limit);
  }

  count(x: T): int {
    return [...this].filter((item) => same_item(item, x)).length;
  }

  /** Where x is first, between start and stop. ValueError when it is nowhere. */
  index(x: T, start: int = 0, stop: int | null = null): int {
    const end = clamped(stop ?? this.#count, this.#count);
    for (let at = clamped(start, this.#count); at < end; at++)
      if (same_item(this.#at(at), x)) return at;
    throw new ValueError(`${repr(x)} is not in deque`);
  }

  /** IndexError when a limited deque is full. */
  insert(i: int, x: T): void {
    if (this.#count === this.#limit) throw new IndexError("deque already at its maximum size");
    const items = [...this];
    items.splice(clamped(i, this.#count), 0, x);
    this.#refill(items);
  }

  /** Removes the first item that equals the value. ValueError when there is none. */
  remove(value: T): void {
    const items = [...this];
    const at = items.findIndex((item) => same_item(item, value));
    if (at < 0) throw new ValueError(`${repr(value)} is not in deque`);
    items.splice(at, 1);
    this.#refill(items);
  }

  reverse(): void {
    this.#refill([...this].reverse());
  }

  /** Moves so many items from the right end to the left; negative: the other way. */
  rotate(n: int = 1): void {
    if (this.#count < 2) return;
    const steps = ((Number(n) % this.#count) + this.#count) % this.#count;
    for (let left = steps; left > 0; left--) this.#move_last_to_front();
  }

  *[Symbol.iterator](): IterableIterator<T> {
    const changes = this.#changes;
    for (let at = 0; at < this.#count; at++) {
      yield this.#at(at);
      if (this.#changes !== changes) throw new RuntimeError("deque mutated during iteration");
    }
  }

  *__reversed__(): IterableIterator<T> {
    for (let at = this.#count - 1; at >= 0; at--) yield this.#at(at);
  }

  __len__(): int {
    return this.#count;
  }

  __bool__(): boolean {
    return this.#count > 0;
  }

  __contains__(x: unknown): boolean {
    for (const item of this) if (same_item(item, x)) return true;
    return false;
  }

  __getitem__(index: int): T {
    return this.#at(this.#checked(index));
  }

  __setitem__(index: int, value: T): void {
    this.#ring[this.#place(this.#checked(index))] = value;
  }

  __delitem__(index: int): void {
    const at = this.#checked(index);
    this.#refill([...this].filter((_, place) => place !== at));
  }

  __eq__(other: unknown): Dynamic {
    if (!(other instanceof deque)) return NotImplemented;
    if (other.#count !== this.#count) return false;
    const others = [...other];
    return [...this].every((item, at) => same_item(item, others[at]));
  }

  __lt__(other: unknown): Dynamic {
    return other instanceof deque ? lt([...this], [...other]) : NotImplemented;
  }

  __add__(other: unknown): Dynamic {
    if (other instanceof deque) return new deque([...this, ...other], this.#limit);
    throw new TypeError(`can only concatenate deque (not "${type_name(other)}") to deque`);
  }

  __iadd__(other: Iterable<T>): this {
    this.extend(other);
    return this;
  }

  __mul__(times: int): deque<T> {
    const items = [...this];
    const all = Array.from({ length: Math.max(0, Number(times)) }, () => items).flat(1);
    return new deque<T>(all as T[], this.#limit);
  }

  __repr__(): string {
    return repr_guarded(this, "[...]", () => {
      const limit = this.#limit === null ? "" : `, maxlen=${this.#limit}`;
      return `deque([${repr_items([...this])}]${limit})`;
    });
  }

  #move_last_to_front(): void {
    const last = this.pop();
    this.#grow();
    this.#head = this.#place(-1);
    this.#ring[this.#head] = last;
    this.#count++;
  }

  #at(index: number): T {
    return this.#ring[this.#place(index)] as T;
  }

  #place(index: number): number {
    return (this.#head + index) & (this.#ring.length - 1);
  }

  #take(place: number): T {
    const item = this.#ring[place] as T;
    this.#ring[place] = undefined;
    return item;
  }

  #checked(index: unknown): number {
    if (index instanceof Slice) throw new TypeError("sequence index must be integer, not 'slice'");
    const at = Number(integer(index));
    const place = at < 0 ? at + this.#count : at;
    if (place < 0 || place >= this.#count) throw new IndexError("deque index out of range");
    return place;
  }

  #grow(): void {
    this.#changes++;
    if (this.#count < this.#ring.length) return;
    const items: (T | undefined)[] = Array.from({ length: this.#ring.length * 2 });
    for (let at = 0; at < this.#count; at++) items[at] = this.#at(at);
    this.#ring = items;
    this.#head = 0;
  }

  #refill(items: readonly T[]): void {
    this.clear();
    for (const item of items) this.append(item);
  }
}

function clamped(index: number, count: number): number {
  const at = Number(index);
  return Math.max(0, Math.min(at < 0 ? at + count : at, count));
}
