// Keys of a sort as columns of doubles, where these order them as Python's `<` does: numbers, strings, tuples of them.
import { Float } from "../float.ts";
import { compare_text } from "../text/compare.ts";
import { Tuple } from "../tuple.ts";

/** What is compared first, and what decides where it is equal; `null` where nothing does. */
export interface Column {
  readonly values: Float64Array;
  readonly tie: ((left: number, right: number) => number) | null;
}

const LONGEST_TUPLE = 8;

/** The keys as a column; `null` where only Python's `<` can tell their order (NaN, mixed types, other classes). */
export function column_of(keys: readonly unknown[]): Column | null {
  const first = keys[0];
  if (typeof first === "string") return text_column(keys);
  return is_plain_tuple(first) ? tuple_column(keys, first.length) : number_column(keys);
}

/** Ints that are safe, floats and bools: doubles all of them. */
function number_column(keys: readonly unknown[]): Column | null {
  const values = new Float64Array(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    let value: number;
    if (typeof key === "number") value = key;
    else if (typeof key === "boolean") value = key ? 1 : 0;
    else if (key instanceof Float && key.constructor === Float) value = key.valueOf();
    else return null;
    if (value !== value) return null;
    values[index] = value;
  }
  return { values, tie: null };
}

/** So many characters of ASCII fit a double, each of them a digit in base 129 with 0 for none. */
const PREFIX = 7;
const BASE = 129;

/** The beginnings of the texts as numbers; the texts themselves where these are equal. */
function text_column(keys: readonly unknown[]): Column | null {
  const values = new Float64Array(keys.length);
  let is_ascii = true;
  let longest = 0;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    if (typeof key !== "string") return null;
    if (key.length > longest) longest = key.length;
    if (is_ascii) {
      const value = prefix_of(key);
      if (value < 0) is_ascii = false;
      else values[index] = value;
    }
  }
  if (!is_ascii) values.fill(0);
  const texts = keys as readonly string[];
  if (is_ascii && longest <= PREFIX) return { values, tie: null };
  return {
    values,
    tie: (left, right) => compare_text(texts[left] as string, texts[right] as string),
  };
}

/** -1 where it is not ASCII. */
function prefix_of(text: string): number {
  let value = 0;
  for (let index = 0; index < PREFIX; index++) {
    const digit = index < text.length ? text.charCodeAt(index) + 1 : 0;
    if (digit >= BASE) return -1;
    value = value * BASE + digit;
  }
  return value;
}

/** Plain tuples of one length, item by item: each place of them is a column of its own. */
function tuple_column(keys: readonly unknown[], length: number): Column | null {
  if (length === 0 || length > LONGEST_TUPLE) return null;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    if (!is_plain_tuple(key) || key.length !== length) return null;
  }
  const columns: Column[] = [];
  for (let place = 0; place < length; place++) {
    const items = keys.map((key) => (key as Tuple)[place]);
    const column = is_plain_tuple(items[0]) ? null : column_of(items);
    if (column === null) return null;
    columns.push(column);
  }
  const [first, ...rest] = columns;
  return first === undefined ? null : chained(first, rest);
}

function chained(first: Column, rest: readonly Column[]): Column {
  const [second, ...others] = rest;
  if (second === undefined) return first;
  const { values, tie } = chained(second, others);
  const own = first.tie;
  return {
    values: first.values,
    tie: (left, right) => {
      const order = own === null ? 0 : own(left, right);
      if (order !== 0) return order;
      const difference = compare_numbers(values[left] as number, values[right] as number);
      return difference !== 0 || tie === null ? difference : tie(left, right);
    },
  };
}

/** Infinities have no difference with themselves. */
function compare_numbers(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function is_plain_tuple(value: unknown): value is Tuple {
  return value instanceof Tuple && value.constructor === Tuple;
}
