// hash(): CPython's numbers for numbers and tuples, so that equal values of different types agree.
import type { Dynamic } from "./dynamic.ts";
import { TypeError } from "./exceptions/hierarchy.ts";
import { id } from "./identity.ts";
import { as_int } from "./int.ts";
import { binary_parts } from "./numbers/decimal-digits.ts";
import { method_key } from "./method-key.ts";
import { Complex } from "./numbers/complex.ts";
import { integer_value } from "./numbers/kinds.ts";
import { Tuple } from "./tuple.ts";
import { type_name } from "./type-name.ts";
import { unboxed } from "./unboxed.ts";

/** The prime modulo which CPython hashes numbers: 2**61 - 1. */
const MODULUS = (1n << 61n) - 1n;
/** CPython's tells by identity, which NaNs that are calculated have none of. */
const NAN_HASH = 8741193883621;
const INFINITY_HASH = 314159;
const NONE_HASH = 0xfca86420;

/** `hash(value)`. TypeError for what can't be hashed. A string's hash is one number for the whole run. */
export function hash(value: unknown): number {
  switch (typeof value) {
    case "number":
      return Number.isInteger(value) ? hash_int(value) : hash_double(value);
    case "bigint":
      return hash_int(value);
    case "boolean":
      return value ? 1 : 0;
    case "string":
      return hash_text(value);
    case "object":
      return value === null ? NONE_HASH : hash_object(value);
    case "undefined":
      return NONE_HASH;
    case "function":
      return identity_hash(method_key(value));
    default:
      return identity_hash(value);
  }
}

function hash_object(value: Dynamic): number {
  const own = own_hash(value);
  if (own !== null) return reduced(own.call(value));
  if (Array.isArray(value)) {
    if (value instanceof Tuple) return hash_tuple(value);
    throw unhashable(value);
  }
  if (value instanceof Complex) return hash_complex(value);
  const inner = unboxed(value);
  if (inner === value) return identity_hash(value);
  if (typeof inner !== "number") return hash(inner);
  return Number.isNaN(inner) ? identity_hash(value) : hash_double(inner);
}

/**
 * The `__hash__` that counts for a value, `null` where identity does. A class that defines `__eq__` without
 * `__hash__` takes hashing away. TypeError then.
 */
function own_hash(value: object): ((this: unknown) => unknown) | null {
  let prototype: object | null = Object.getPrototypeOf(value);
  for (; prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    if (Object.hasOwn(prototype, "__hash__")) {
      const method: unknown = Reflect.get(prototype, "__hash__");
      if (typeof method === "function") return method as (this: unknown) => unknown;
      throw unhashable(value);
    }
    if (Object.hasOwn(prototype, "__eq__")) {
      if (value instanceof Complex) return null;
      throw unhashable(value);
    }
  }
  return null;
}

function unhashable(value: unknown): TypeError {
  return new TypeError(`unhashable type: '${type_name(value)}'`);
}

function reduced(result: unknown): number {
  const integer = integer_value(result);
  if (integer === null) throw new TypeError("__hash__ method should return an integer");
  if (typeof integer === "number") return integer === -1 ? -2 : integer;
  return BigInt.asIntN(64, integer) === integer ? as_int(integer) : hash_int(integer);
}

/** The hash of an object that only equals itself. */
export function identity_hash(value: unknown): number {
  return Math.floor(id(value) / 16);
}

function hash_int(value: number | bigint): number {
  if (typeof value === "number" && Math.abs(value) < 2 ** 53) return value === -1 ? -2 : value + 0;
  const rest = BigInt(value) % MODULUS;
  return as_int(rest === -1n ? -2n : rest);
}

function hash_double(value: number): number {
  if (Number.isNaN(value)) return NAN_HASH;
  if (!Number.isFinite(value)) return value > 0 ? INFINITY_HASH : -INFINITY_HASH;
  if (Number.isInteger(value)) return hash_int(BigInt(value));
  const [mantissa, exponent] = binary_parts(Math.abs(value));
  // 2**-1 is 2**60 modulo the prime, for 2**61 is 1.
  const shift = BigInt(((exponent % 61) + 61) % 61);
  const size = ((mantissa % MODULUS) << shift) % MODULUS;
  const signed = value < 0 ? -size : size;
  return as_int(signed === -1n ? -2n : signed);
}

function hash_complex(value: Complex): number {
  const imaginary = BigInt(hash_double(value.im)) * 1000003n;
  const sum = BigInt.asIntN(64, BigInt(hash_double(value.re)) + imaginary);
  return as_int(sum === -1n ? -2n : sum);
}

const PRIME_1 = 11400714785074694791n;
const PRIME_2 = 14029467366897019727n;
const PRIME_5 = 2870177450012600261n;
const EMPTY_SUM = 1546275796n;

/** xxHash's lanes, as CPython mixes the hashes of a tuple's items. */
function hash_tuple(items: readonly unknown[]): number {
  let sum = PRIME_5;
  for (const item of items) {
    sum = BigInt.asUintN(64, sum + BigInt(hash(item)) * PRIME_2);
    sum = BigInt.asUintN(64, (sum << 31n) | (sum >> 33n));
    sum = BigInt.asUintN(64, sum * PRIME_1);
  }
  sum = BigInt.asUintN(64, sum + (BigInt(items.length) ^ PRIME_5 ^ 3527539n));
  return as_int(sum === 0xffffffffffffffffn ? EMPTY_SUM : BigInt.asIntN(64, sum));
}

/** FNV-1a in two lanes: CPython's own is different in each process. */
function hash_text(text: string): number {
  if (text === "") return 0;
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
  }
  return (low >>> 0) + (high & 0xfffff) * 2 ** 32;
}
