// int: the callable, and Python's methods as functions of the number.
import { bit_length as bits_of } from "./bit-length.ts";
import { bytes_repr } from "../bytes/like.ts";
import type { Dynamic } from "../dynamic.ts";
import { OverflowError, TypeError, ValueError } from "../exceptions/hierarchy.ts";
import { as_int, type int as Int } from "../int.ts";
import { is_keywords } from "../keywords.ts";
import { keep_primitive, plain } from "../primitive.ts";
import { as_index, require_position } from "../sequences/index-value.ts";
import { Tuple } from "../tuple.ts";
import { type_name } from "../type-name.ts";
import { from_bytes, to_bytes } from "./int-bytes.ts";
import { float_value, integer_value } from "./kinds.ts";
import { parse_int } from "./parse-int.ts";

export type int = Int;

/** `int(value, base)`: numbers are cut off towards zero, text is read. ValueError, TypeError, OverflowError. */
function make(value?: unknown, base?: number | { readonly base: number }): Int;
function make(this: Dynamic, value: unknown = undefined, base: unknown = undefined): Int {
  const result = converted(value, base);
  if (new.target !== undefined) keep_primitive(this, result); // the instance of a subclass
  return result;
}

function converted(value: Dynamic = 0, given_base: unknown = undefined): Int {
  const base: unknown = is_keywords(given_base) ? given_base["base"] : given_base;
  const text = plain(value);
  if (base !== undefined) return int_in_base(text, value, base);
  if (typeof text === "number" && Number.isSafeInteger(text)) return text;
  if (typeof text === "string") return parse_int(text);
  if (typeof text === "bigint") return as_int(text);
  return int_of(value);
}

function int_in_base(text: unknown, value: Dynamic, base: unknown): Int {
  const number = require_position(base);
  if (typeof text === "string") return parse_int(text, number);
  if (is_bytes(value))
    return parse_int(latin_text(value.__bytes__()), number, bytes_repr(value.__bytes__()));
  throw new TypeError("int() can't convert non-string with explicit base");
}

function int_of(value: Dynamic): Int {
  const integer = integer_value(value);
  if (integer !== null && !has(value, "__int__")) return integer as Int;
  const double = float_value(value);
  if (double !== null) return truncate(double);
  if (has(value, "__int__")) return checked(value.__int__(), "__int__");
  const index = as_index(value);
  if (index !== null) return index as Int;
  if (has(value, "__trunc__")) return checked(value.__trunc__(), "__trunc__");
  if (is_bytes(value))
    return parse_int(latin_text(value.__bytes__()), 10, bytes_repr(value.__bytes__()));
  throw new TypeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${type_name(value)}'`,
  );
}

/** A double without its fraction. ValueError for NaN, OverflowError for infinities. */
export function truncate(double: number): Int {
  if (Number.isNaN(double)) throw new ValueError("cannot convert float NaN to integer");
  if (!Number.isFinite(double)) throw new OverflowError("cannot convert float infinity to integer");
  const whole = Math.trunc(double);
  return Number.isSafeInteger(whole) ? whole + 0 : as_int(BigInt(whole));
}

function bit_length(value: Int): Int {
  const size = magnitude(value);
  return typeof size === "number" && size < 2 ** 32 ? 32 - Math.clz32(size) : bits_of(BigInt(size));
}

function bit_count(value: Int): Int {
  return magnitude(value).toString(2).replaceAll("0", "").length;
}

function conjugate(value: Int): Int {
  return converted(value);
}

function is_integer(_value: Int): boolean {
  return true;
}

function as_integer_ratio(value: Int): readonly [Int, Int] {
  return Tuple.of(converted(value), 1);
}

function magnitude(value: Int): number | bigint {
  const integer = integer_value(value);
  if (integer === null) {
    throw new TypeError(
      `descriptor of 'int' object doesn't apply to a '${type_name(value)}' object`,
    );
  }
  return integer < 0 ? -integer : integer;
}

function checked(result: unknown, method: string): Int {
  const integer = integer_value(result);
  if (integer !== null) return integer as Int;
  throw new TypeError(`${method} returned non-int (type ${type_name(result)})`);
}

function has(value: Dynamic, method: string): boolean {
  return typeof value === "object" && value !== null && typeof value[method] === "function";
}

function is_bytes(value: Dynamic): boolean {
  return has(value, "__bytes__") && has(value, "decode");
}

function latin_text(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

const int_methods = {
  as_integer_ratio,
  bit_count,
  bit_length,
  conjugate,
  from_bytes,
  is_integer,
  to_bytes,
} as const;

/** `int(x)`, and `int.bit_length(n)` for `n.bit_length()`. */
export const int: typeof make &
  typeof int_methods & {
    /** For subclasses: their instances stand for the value. */
    new (...args: readonly Dynamic[]): Dynamic;
    readonly __name__: string;
    readonly __is_type__: true;
  } = /* @__PURE__ */ Object.assign(make, {
  ...int_methods,
  __name__: "int",
  __module__: "builtins",
  __is_type__: true,
} as const) as never;
