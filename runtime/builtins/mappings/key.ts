// Keys of dicts and sets: Python's equality brought down to what a native Map compares.
import type { Dynamic } from "../dynamic.ts";
import { same_item } from "../equality.ts";
import { TypeError } from "../exceptions/index.ts";
import { Float } from "../float.ts";
import { hash } from "../hash.ts";
import { id } from "../identity.ts";
import { method_key } from "../method-key.ts";
import { Complex } from "../numbers/complex.ts";
import { PRIMITIVE } from "../primitive.ts";
import { Tuple } from "../tuple.ts";
import { type_name } from "../type-name.ts";

/** A key whose class has its own `__eq__` and `__hash__`: equal keys share the hash, and `==` decides. */
export class HashedKey {
  readonly value: unknown;
  readonly hash: number | bigint;

  constructor(value: unknown, hash: number | bigint) {
    this.value = value;
    this.hash = hash;
  }
}

/**
 * The native key of a value: two values are the same key in Python exactly if their native keys are the same in a
 * Map, but for a `HashedKey`, which has to be looked up. TypeError for what can't be hashed.
 */
export function native_key(value: unknown): unknown {
  switch (typeof value) {
    case "string":
      return value.charCodeAt(0) === 0 ? `\0s${value}` : value;
    case "boolean":
      return value ? 1 : 0;
    case "object":
      return value === null ? null : object_key(value);
    case "undefined":
      return null;
    case "function":
      return method_key(value);
    default:
      return value;
  }
}

/** The values in a table whose classes define equality, by hash. */
export class HashedKeys {
  readonly #buckets = new Map<number | bigint, unknown[]>();

  /** The value in the table that equals this one, or `undefined`. */
  find(value: unknown, of_hash: number | bigint): unknown {
    return this.#buckets.get(of_hash)?.find((candidate) => same_item(candidate, value));
  }

  add(value: unknown, of_hash: number | bigint): void {
    const bucket = this.#buckets.get(of_hash);
    if (bucket === undefined) this.#buckets.set(of_hash, [value]);
    else bucket.push(value);
  }

  delete(value: unknown, of_hash: number | bigint): void {
    const bucket = this.#buckets.get(of_hash);
    const place = bucket?.indexOf(value) ?? -1;
    if (place >= 0) bucket?.splice(place, 1);
    if (bucket?.length === 0) this.#buckets.delete(of_hash);
  }

  clear(): void {
    this.#buckets.clear();
  }

  copy(): HashedKeys {
    const result = new HashedKeys();
    for (const [of_hash, bucket] of this.#buckets)
      for (const value of bucket) result.add(value, of_hash);
    return result;
  }
}

function object_key(value: object): unknown {
  if (value instanceof Tuple) return tuple_key(value);
  if (value instanceof Float && value.constructor === Float)
    return is_nan(value) ? value : float_key(value.valueOf());
  if (Array.isArray(value)) {
    if (hashing(value) !== "custom") throw unhashable(value);
    return new HashedKey(value, hash(value));
  }
  if (value instanceof Complex) return complex_key(value);
  switch (hashing(value)) {
    case "identity":
      return value;
    case "custom":
      return new HashedKey(value, hash(value));
    case "primitive":
      return native_key((value as Dynamic)[PRIMITIVE]);
    case "unhashable":
      throw unhashable(value);
  }
}

function is_nan(value: Float): boolean {
  return Number.isNaN(value.valueOf());
}

/** Integral floats are the same key as the int, which is a bigint where it is not safe. */
function float_key(value: number): unknown {
  return Number.isSafeInteger(value) ? value : BigInt(value);
}

function complex_key(value: Complex): unknown {
  if (value.im === 0) return Number.isInteger(value.re) ? float_key(value.re) : value.re;
  return `\0c${value.re + 0},${value.im}`;
}

/** Two small ints, as of places in a grid, become a number; other tuples of simple keys, text. */
function tuple_key(items: readonly unknown[]): unknown {
  if (items.length === 2) {
    const [left, right] = [items[0], items[1]];
    if (is_plain_text(left) && is_plain_text(right)) return pair_of_texts(items, left, right);
    if (is_small(left) && is_small(right)) return pair_key(left, right);
    const first = native_key(left);
    const second = native_key(right);
    if (is_small(first) && is_small(second)) return pair_key(first, second);
  }
  return tuple_text(items);
}

/** Strings that are their own native keys. */
function is_plain_text(value: unknown): value is string {
  return typeof value === "string" && value.charCodeAt(0) !== 0;
}

/** `d[key] = d[key] + 1` asks twice for the key of the same tuple. */
let last_pair: readonly unknown[] | null = null;
let key_of_last_pair = "";

function pair_of_texts(items: readonly unknown[], left: string, right: string): string {
  if (items !== last_pair) {
    last_pair = items;
    key_of_last_pair = `\0t${left.length}:${left}${right}`;
  }
  return key_of_last_pair;
}

/** Less than this to either side of 0. */
const SMALL = 2 ** 25;

function is_small(key: unknown): key is number {
  return typeof key === "number" && (key | 0) === key && key > -SMALL && key < SMALL;
}

/** No key of another kind is a double of 2**62 and above: ints are bigints from 2**53 on, and floats there are ints. */
function pair_key(first: number, second: number): number {
  return (2 ** 52 + (first + SMALL) * 2 ** 26 + (second + SMALL)) * 1024;
}

/** One that holds a hashed key is a hashed key itself. */
function tuple_text(items: readonly unknown[]): unknown {
  let text = "\0(";
  for (const item of items) {
    const key = item instanceof Tuple ? tuple_text(item) : native_key(item);
    if (key instanceof HashedKey) return new HashedKey(items, hash(items));
    text += `${key_text(key)},`;
  }
  return `${text})`;
}

function key_text(key: unknown): string {
  switch (typeof key) {
    case "string":
      return `s${key.length}:${key}`;
    case "number":
      return `n${key}`;
    case "bigint":
      return `n${key}`;
    case "object":
    case "function":
      return key === null ? "0" : `o${id(key)}`;
    default:
      return `x${id(key)}`;
  }
}

type Hashing = "identity" | "custom" | "primitive" | "unhashable";

const known = new WeakMap<object, Hashing>();

/** How instances of the value's class are hashed: a class with `__eq__` and no `__hash__` of its own can't be. */
function hashing(value: object): Hashing {
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype === null) return "identity";
  let found = known.get(prototype);
  if (found === undefined) {
    found = hashing_of_class(prototype);
    known.set(prototype, found);
  }
  return found === "identity" && PRIMITIVE in value ? "primitive" : found;
}

function hashing_of_class(prototype: object): Hashing {
  for (let type: object | null = prototype; type !== null; type = Object.getPrototypeOf(type)) {
    if (Object.hasOwn(type, "__hash__"))
      return typeof Reflect.get(type, "__hash__") === "function" ? "custom" : "unhashable";
    if (Object.hasOwn(type, "__eq__")) return "unhashable";
    if (type === Array.prototype) return "unhashable";
  }
  return "identity";
}

function unhashable(value: unknown): TypeError {
  return new TypeError(`unhashable type: '${type_name(value)}'`);
}
