// sum(): ints exactly, floats with CPython's compensated summation, anything else by `+`.
import { ByteArray } from "../bytes/byte-array.ts";
import { Bytes } from "../bytes/bytes.ts";
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { as_float, Float, type float } from "../float.ts";
import { integer_value } from "../numbers/kinds.ts";
import { add } from "../operators/add.ts";
import { Tuple } from "../tuple.ts";
import { iter } from "./iter.ts";

/** `sum(iterable, start)`. TypeError for strings and bytes, and for what can't be added. */
export function sum(iterable: Iterable<number | boolean>, start?: number): number;
export function sum<T>(iterable: Iterable<T>, start: T): T;
export function sum(iterable: Iterable<unknown>, start?: unknown): Dynamic;
export function sum(iterable: Iterable<Dynamic>, start: Dynamic = 0): Dynamic {
  refuse_text(start);
  if (start === 0 && is_plain_sequence(iterable)) {
    const [added, count] = sum_small(iterable);
    if (count === iterable.length) return added;
    const next = iterable[count];
    return is_plain_float(next)
      ? sum_floats_of(iterable, added + next.valueOf(), count + 1)
      : sum_items(new Rest(iterable, count), added);
  }
  return sum_items(iter(iterable), start);
}

/** Neither a class of the program's own, nor a list that it derives. */
function is_plain_sequence(iterable: unknown): iterable is readonly Dynamic[] {
  if (!Array.isArray(iterable)) return false;
  return iterable.constructor === Array || iterable.constructor === Tuple;
}

/** The sum of the leading ints as long as it is a safe integer, and how many those are. */
function sum_small(items: readonly Dynamic[]): readonly [number, number] {
  let total = 0;
  let index = 0;
  for (; index < items.length; index++) {
    const item = items[index];
    if (typeof item !== "number") break;
    const next = total + item;
    if (!Number.isInteger(item) || !Number.isSafeInteger(next)) break;
    total = next;
  }
  return [total, index];
}

/** The items of a list from a place on. */
class Rest implements Iterator<Dynamic> {
  private readonly items: readonly Dynamic[];
  private index: number;

  constructor(items: readonly Dynamic[], index: number) {
    this.items = items;
    this.index = index;
  }

  next(): IteratorResult<Dynamic, undefined> {
    const { items, index } = this;
    if (index >= items.length) return { value: undefined, done: true };
    this.index = index + 1;
    return { value: items[index], done: false };
  }
}

/** Ints first; then floats, if the first item behind the ints makes the sum one; then whatever `+` makes of the others. */
function sum_items(items: Iterator<Dynamic>, start: Dynamic): Dynamic {
  let total: Dynamic = start;
  let item = items.next();
  if (is_long(total)) {
    while (!item.done) {
      const value: Dynamic = item.value;
      total = add(total, value);
      item = items.next();
      if (!(typeof value === "boolean" || is_long(value)) || !is_long(total)) break;
    }
  }
  if (is_plain_float(total)) {
    const floats = new FloatSum(total.valueOf());
    while (!item.done && floats.takes(item.value)) item = items.next();
    total = as_float(floats.total());
  }
  for (; !item.done; item = items.next()) total = add(total, item.value);
  return total;
}

/** The items of a list from a place on, where the sum of those before it is a float. */
function sum_floats_of(items: readonly Dynamic[], start: number, first: number): Dynamic {
  // As `FloatSum`, in variables: lists of numbers are what is summed most.
  let sum = start;
  let compensation = 0;
  let index = first;
  for (; index < items.length; index++) {
    const item: unknown = items[index];
    if (typeof item === "number" && Number.isInteger(item)) {
      sum += item;
      continue;
    }
    if (typeof item !== "number" && !(item instanceof Float)) break;
    const x = item.valueOf();
    const next = sum + x;
    compensation += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  const floats = new FloatSum(sum, compensation);
  while (index < items.length && floats.takes(items[index])) index++;
  let total: Dynamic = as_float(floats.total());
  for (; index < items.length; index++) total = add(total, items[index]);
  return total;
}

/** Neumaier's summation, as CPython's since 3.12, while the items are floats and ints of 64 bits. */
class FloatSum {
  private sum: number;
  private compensation: number;

  constructor(start: number, compensation = 0) {
    this.sum = start;
    this.compensation = compensation;
  }

  /** False, and nothing added, where the item is no plain number. */
  takes(value: unknown): boolean {
    if (typeof value === "number" ? Number.isInteger(value) : typeof value === "boolean") {
      // Ints are added without compensation.
      this.sum += Number(value);
      return true;
    }
    const x = typeof value === "number" ? value : value instanceof Float ? value.valueOf() : null;
    if (x === null) return this.takes_int(value);
    const next = this.sum + x;
    this.compensation +=
      Math.abs(this.sum) >= Math.abs(x) ? this.sum - next + x : x - next + this.sum;
    this.sum = next;
    return true;
  }

  /** Ints of 64 bits, and instances of int's subclasses. */
  private takes_int(value: unknown): boolean {
    const int = integer_value(value);
    if (int === null || !is_long(int)) return false;
    this.sum += Number(int);
    return true;
  }

  total(): number {
    return compensated(this.sum, this.compensation);
  }
}

function compensated(total: number, compensation: number): number {
  return compensation !== 0 && Number.isFinite(compensation) ? total + compensation : total;
}

function is_plain_float(value: unknown): value is float {
  return typeof value === "number" ? !Number.isInteger(value) : value instanceof Float;
}

/** An int of 64 bits, no bool. */
function is_long(value: unknown): boolean {
  if (typeof value === "bigint") return BigInt.asIntN(64, value) === value;
  return typeof value === "number" && Number.isInteger(value);
}

function refuse_text(start: unknown): void {
  if (typeof start === "string")
    throw new TypeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof ByteArray)
    throw new TypeError("sum() can't sum bytearray [use b''.join(seq) instead]");
  if (start instanceof Bytes)
    throw new TypeError("sum() can't sum bytes [use b''.join(seq) instead]");
}
