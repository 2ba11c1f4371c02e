// sum(): over lists of numbers without an iterator.
import { ByteArray } from "../bytes/byte-array.ts";
import { Bytes } from "../bytes/bytes.ts";
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { as_float, Float } from "../float.ts";
import { add } from "../operators/add.ts";
import { Tuple } from "../tuple.ts";
import { iter } from "./iter.ts";
import { FloatSum, is_plain_float, sum_items } from "./sum-items.ts";

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

function refuse_text(start: unknown): void {
  if (typeof start === "string")
    throw new TypeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof ByteArray)
    throw new TypeError("sum() can't sum bytearray [use b''.join(seq) instead]");
  if (start instanceof Bytes)
    throw new TypeError("sum() can't sum bytes [use b''.join(seq) instead]");
}
