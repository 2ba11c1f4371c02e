// range(): an arithmetic progression that is never stored.
import type { Dynamic } from "../dynamic.ts";
import { IndexError, OverflowError, TypeError, ValueError } from "../exceptions/index.ts";
import { hash } from "../hash.ts";
import { as_int, type int } from "../int.ts";
import { integer_value } from "../numbers/kinds.ts";
import { plain } from "../primitive.ts";
import { repr } from "../representation.ts";
import { Float } from "../float.ts";
import { Tuple } from "../tuple.ts";
import { type_name } from "../type-name.ts";
import { as_index, require_index } from "./index-value.ts";
import { resolve_big_slice } from "./big-slice.ts";
import { resolve_slice, Slice } from "./slice.ts";

/** `start, start + step, …` short of `stop`. Ends beyond 2**53 are bigints, as all ints are. */
export class Range implements Iterable<int> {
  static readonly __name__: string = "range";
  static readonly __module__: string = "builtins";

  readonly start: int;
  readonly stop: int;
  readonly step: int;
  /** How many items; beyond 2**53 only roughly, where `size` knows it exactly. */
  readonly length: number;

  constructor(start: number | bigint, stop: number | bigint, step: number | bigint = 1) {
    this.start = start as int;
    this.stop = stop as int;
    this.step = step as int;
    this.length = count_steps(start, stop, step);
  }

  [Symbol.iterator](): IterableIterator<int> {
    return typeof this.start === "number" &&
      typeof this.step === "number" &&
      typeof this.stop === "number"
      ? new RangeIterator(this.start, this.step, this.length)
      : big_items(BigInt(this.start), BigInt(this.step), this.length);
  }

  __reversed__(): IterableIterator<int> {
    return this.slice(new Slice(null, null, -1))[Symbol.iterator]();
  }

  /** The item at an index that has been checked. */
  at(index: number): int {
    const { start, step } = this;
    const item = typeof start === "bigint" || typeof step === "bigint" ? NaN : start + index * step;
    return Number.isSafeInteger(item)
      ? item
      : as_int(BigInt(this.start) + BigInt(index) * BigInt(this.step));
  }

  /** `[make(i) for i in range(…)]` */
  map<T>(make: (item: int) => T): T[] {
    const made: T[] = [];
    const { start, step, length } = this;
    if (this.is_small()) for (let i = 0; i < length; i++) made.push(make(start + i * step));
    else for (const item of this) made.push(make(item));
    return made;
  }

  /** `[i for i in range(…) if test(i)]` */
  filter(test: (item: int) => unknown): int[] {
    const found: int[] = [];
    const { start, step, length } = this;
    if (!this.is_small()) {
      for (const item of this) if (test(item)) found.push(item);
      return found;
    }
    for (let i = 0; i < length; i++) {
      const item = start + i * step;
      if (test(item)) found.push(item);
    }
    return found;
  }

  slice(part: Slice): Range {
    const { start, stop, step } = Number.isSafeInteger(this.length)
      ? resolve_slice(part, this.length)
      : resolve_big_slice(part, this.size());
    const big_step = BigInt(this.step);
    const place = (index: number | bigint): int =>
      as_int(BigInt(this.start) + BigInt(index) * big_step);
    return new Range(place(start), place(stop), as_int(BigInt(step) * big_step));
  }

  __len__(): int {
    if (Number.isSafeInteger(this.length)) return this.length;
    if (this.length >= 2 ** 63)
      throw new OverflowError("Python int too large to convert to C ssize_t");
    return as_int(this.size());
  }

  __bool__(): boolean {
    return this.length > 0;
  }

  __getitem__(key: Slice): Range;
  __getitem__(key: int): int;
  __getitem__(key: Dynamic): Dynamic {
    if (key instanceof Slice) return this.slice(key);
    const index = as_index(key);
    if (index === null)
      throw new TypeError(`range indices must be integers or slices, not ${type_name(key)}`);
    if (!Number.isSafeInteger(this.length)) return this.far_item(BigInt(index));
    const place = index < 0 ? Number(index) + this.length : Number(index);
    if (place < 0 || place >= this.length) throw new IndexError("range object index out of range");
    return this.at(place);
  }

  __contains__(value: unknown): boolean {
    return this.position(value) >= 0;
  }

  index(value: unknown): int {
    const position = this.position(value);
    if (position < 0) {
      const is_int = integer_value(value) !== null;
      throw new ValueError(
        is_int ? `${repr(value)} is not in range` : "sequence.index(x): x not in sequence",
      );
    }
    return position;
  }

  count(value: unknown): int {
    return this.position(value) < 0 ? 0 : 1;
  }

  __eq__(other: unknown): boolean {
    return (
      other instanceof Range &&
      this.size() === other.size() &&
      (this.length === 0 ||
        (this.start === other.start && (this.length === 1 || this.step === other.step)))
    );
  }

  /** Equal ranges have the same length, and the start and the step as far as they count. */
  __hash__(): int {
    if (this.length === 0) return hash(Tuple.of(0, null, null));
    return hash(Tuple.of(as_int(this.size()), this.start, this.length === 1 ? null : this.step));
  }

  __repr__(): string {
    const ends = `range(${this.start}, ${this.stop}`;
    return this.step === 1 ? `${ends})` : `${ends}, ${this.step})`;
  }

  /** Where a value equal to an item lies, or -1. */
  private position(value: unknown): int {
    const number = as_number(value);
    if (number === null) return -1;
    const offset = BigInt(number) - BigInt(this.start);
    const step = BigInt(this.step);
    if (offset % step !== 0n) return -1;
    const position = as_int(offset / step);
    return position >= 0 && position < this.size() ? position : -1;
  }

  /** Whether all items are safe integers. */
  private is_small(): boolean {
    const { start, step, length } = this;
    return (
      typeof start === "number" &&
      typeof step === "number" &&
      Number.isSafeInteger(start + length * step)
    );
  }

  /** How many items, exactly. */
  private size(): bigint {
    return big_steps(this.start, this.stop, this.step);
  }

  private far_item(index: bigint): int {
    const place = index < 0n ? index + this.size() : index;
    if (place < 0n || place >= this.size()) throw new IndexError("range object index out of range");
    return as_int(BigInt(this.start) + place * BigInt(this.step));
  }
}

/** `range(stop)`, `range(start, stop)`, `range(start, stop, step)`. */
function make(
  start_or_stop: int,
  stop: int | undefined = undefined,
  step: int | undefined = undefined,
): Range {
  if (stop === undefined) return new Range(0, require_index(start_or_stop));
  const by = step === undefined ? 1 : require_index(step);
  const result = [require_index(start_or_stop), require_index(stop)] as const;
  if (by === 0) throw new ValueError("range() arg 3 must not be zero");
  return new Range(result[0], result[1], by);
}

export const range: typeof make & { readonly __name__: string; readonly __is_type__: true } =
  /* @__PURE__ */ Object.assign(make, {
    __name__: "range",
    __module__: "builtins",
    __is_type__: true,
  } as const);

class RangeIterator implements IterableIterator<int> {
  static readonly __name__: string = "range_iterator";
  static readonly __module__: string = "builtins";

  private item: number;
  private left: number;
  private readonly step: number;

  constructor(start: number, step: number, length: number) {
    this.item = start;
    this.step = step;
    this.left = length;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<int, undefined> {
    if (this.left === 0) return { value: undefined, done: true };
    const value = this.item;
    this.left--;
    this.item = value + this.step;
    return { value, done: false };
  }

  __length_hint__(): int {
    return this.left;
  }
}

function* big_items(start: bigint, step: bigint, length: number): IterableIterator<int> {
  let item = start;
  for (let index = 0; index < length; index++) {
    yield as_int(item);
    item += step;
  }
}

function count_steps(start: number | bigint, stop: number | bigint, step: number | bigint): number {
  if (typeof start === "number" && typeof stop === "number" && typeof step === "number") {
    const span = step < 0 ? start - stop : stop - start;
    if (span <= Number.MAX_SAFE_INTEGER)
      return span <= 0 ? 0 : Math.floor((span - 1) / Math.abs(step)) + 1;
  }
  return Number(big_steps(start, stop, step));
}

function big_steps(start: number | bigint, stop: number | bigint, step: number | bigint): bigint {
  const by = BigInt(step);
  const span = by < 0n ? BigInt(start) - BigInt(stop) : BigInt(stop) - BigInt(start);
  return span <= 0n ? 0n : (span - 1n) / (by < 0n ? -by : by) + 1n;
}

/** Ints, bools and integral floats can equal an item; nothing else does. */
function as_number(value: unknown): number | bigint | null {
  const primitive = plain(value);
  if (primitive instanceof Float) {
    const double = primitive.valueOf();
    return Number.isNaN(double) ? null : double;
  }
  return typeof primitive === "string" ? null : as_index(primitive);
}
