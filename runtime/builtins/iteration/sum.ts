// sum(): ints exactly, floats with CPython's compensated summation, anything else by `+`.
import { ByteArray } from "../bytes/byte-array.ts";
import { Bytes } from "../bytes/bytes.ts";
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { as_float, Float } from "../float.ts";
import type { int } from "../int.ts";
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
    return sum_items(new Rest(iterable, count), added);
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

function sum_items(items: Iterator<Dynamic>, start: Dynamic): Dynamic {
  let total: Dynamic = start;
  for (let item = items.next(); !item.done; item = items.next()) {
    const value: Dynamic = item.value;
    if (is_plain_float(total) && is_plain_number(value)) return sum_floats(total, value, items);
    total = add(total, value);
  }
  return total;
}

/** Neumaier's summation, as CPython's since 3.12, while the items are floats and small ints. */
function sum_floats(start: Dynamic, first: Dynamic, items: Iterator<Dynamic>): Dynamic {
  let total = Number(start);
  let compensation = 0;
  let value: Dynamic = first;
  for (;;) {
    const x = Number(value);
    if (Number.isInteger(value) || typeof value === "boolean") {
      // Ints are added without compensation.
      total += x;
    } else {
      const next = total + x;
      compensation += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
      total = next;
    }
    const item = items.next();
    if (item.done) return as_float(compensated(total, compensation));
    value = item.value;
    if (!is_plain_number(value))
      return sum(rest(items), add(as_float(compensated(total, compensation)), value) as Dynamic);
  }
}

function compensated(total: number, compensation: number): number {
  return compensation !== 0 && Number.isFinite(compensation) ? total + compensation : total;
}

function rest(items: Iterator<Dynamic>): Iterable<Dynamic> {
  return { [Symbol.iterator]: () => items };
}

function is_plain_float(value: Dynamic): boolean {
  return typeof value === "number" ? !Number.isInteger(value) : value instanceof Float;
}

function is_plain_number(value: Dynamic): value is int {
  return typeof value === "number" || typeof value === "boolean" || is_plain_float(value);
}

function refuse_text(start: unknown): void {
  if (typeof start === "string")
    throw new TypeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof ByteArray)
    throw new TypeError("sum() can't sum bytearray [use b''.join(seq) instead]");
  if (start instanceof Bytes)
    throw new TypeError("sum() can't sum bytes [use b''.join(seq) instead]");
}
