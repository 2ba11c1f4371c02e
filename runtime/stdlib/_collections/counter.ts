// collections.Counter: how often each thing occurs.
import type { Dynamic } from "../../builtins/index.ts";
import {
  add,
  Dict,
  eq,
  gt,
  iter,
  lt,
  neg,
  NotImplemented,
  sub,
  sum,
} from "../../builtins/index.ts";
import type { int } from "../../builtins/int.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { class_name } from "../../builtins/type-name.ts";

type Source<T> = Iterable<T> | Dict<T, int> | Readonly<Record<string, int>> | null;

export class Counter<T = Dynamic> extends Dict<T, int> {
  static override readonly __name__: string = "Counter";
  static override readonly __module__: string = "collections";

  /** Counts the items of an iterable, or takes the counts of a mapping or of keywords. */
  constructor(iterable: Source<T> = null, keywords?: Readonly<Record<string, int>>) {
    super();
    this.#count(iterable, 1);
    if (keywords !== undefined) this.#count(keywords, 1);
  }

  __missing__(_key: T): int {
    return 0;
  }

  /** The n commonest with their counts, all of them without n; equal counts in the order of their first occurrence. */
  most_common(n: int | null = null): (readonly [T, int])[] {
    const items = [...this.entries()].map(([key, count], at) => ({ key, count, at }));
    items.sort((a, b) => (gt(a.count, b.count) ? -1 : lt(a.count, b.count) ? 1 : a.at - b.at));
    const chosen = n === null ? items : items.slice(0, Math.max(0, Number(n)));
    return chosen.map(({ key, count }) => Tuple.of(key, count));
  }

  /** Each item as often as it counts. */
  *elements(): IterableIterator<T> {
    for (const [key, count] of this.entries()) for (let left = count; left > 0; left--) yield key;
  }

  total(): int {
    return sum(this.values()) as int;
  }

  override update(...sources: readonly Dynamic[]): void {
    for (const source of sources) this.#count(source, 1);
  }

  subtract(...sources: readonly Dynamic[]): void {
    for (const source of sources) this.#count(source, -1);
  }

  override copy(): Counter<T> {
    return new Counter<T>(this);
  }

  /** A missing key is no error. */
  override delete(key: unknown): void {
    if (this.has(key)) super.delete(key);
  }

  __add__(other: unknown): Dynamic {
    return this.#combined(other, (a, b) => add(a, b));
  }

  __sub__(other: unknown): Dynamic {
    return this.#combined(other, (a, b) => sub(a, b));
  }

  override __or__(other: Dynamic): Dynamic {
    return this.#combined(other, (a, b) => (lt(a, b) ? b : a));
  }

  __and__(other: unknown): Dynamic {
    return this.#combined(other, (a, b) => (lt(a, b) ? a : b));
  }

  /** A count that is missing is 0. */
  override __eq__(other: unknown): Dynamic {
    return this.#compared(other, (own, others) => eq(own, others));
  }

  __le__(other: unknown): Dynamic {
    return this.#compared(other, (own, others) => !gt(own, others));
  }

  __lt__(other: unknown): Dynamic {
    const least = this.__le__(other);
    return least === true ? !this.__eq__(other) : least;
  }

  __ge__(other: unknown): Dynamic {
    return this.#compared(other, (own, others) => !lt(own, others));
  }

  __gt__(other: unknown): Dynamic {
    const most = this.__ge__(other);
    return most === true ? !this.__eq__(other) : most;
  }

  __pos__(): Counter<T> {
    return this.#combined(new Counter<T>(), (a) => a);
  }

  __neg__(): Counter<T> {
    return this.#combined(new Counter<T>(), (a) => neg(a));
  }

  override __repr__(): string {
    const name = class_name(this.constructor);
    if (this.size === 0) return `${name}()`;
    const items = this.most_common().map(([key, count]) => `${repr(key)}: ${repr(count)}`);
    return `${name}({${items.join(", ")}})`;
  }

  #count(source: Dynamic, sign: 1 | -1): void {
    if (source == null) return;
    if (source instanceof Dict || is_keywords(source)) {
      const pairs: Iterable<readonly [Dynamic, Dynamic]> =
        source instanceof Dict ? source.entries() : Object.entries(source);
      for (const [key, count] of pairs) this.#raise(key, sign === 1 ? count : neg(count));
    } else {
      for (const key of iter(source)) this.#raise(key as T, sign);
    }
  }

  #compared(other: unknown, holds: (own: int, others: int) => boolean): Dynamic {
    if (!(other instanceof Counter)) return NotImplemented;
    for (const key of [...this, ...(other as Counter<T>)])
      if (!holds(this.get(key, 0), (other as Counter<T>).get(key, 0))) return false;
    return true;
  }

  #raise(key: T, count: int): void {
    this.set(key, add(this.get(key, 0), count));
  }

  /** Only what counts more than nothing stays. */
  #combined(other: unknown, count: (own: int, others: int) => int): Dynamic {
    if (!(other instanceof Counter)) return NotImplemented;
    const result = new Counter<T>();
    for (const key of new Set([...this, ...(other as Counter<T>)])) {
      const found = count(this.get(key, 0), (other as Counter<T>).get(key, 0));
      if (gt(found, 0)) result.set(key, found);
    }
    return result;
  }
}
