// float: the callable, and Python's methods as functions of the number.
import type { Dynamic } from "../dynamic.ts";
import { OverflowError, TypeError, ValueError } from "../exceptions/hierarchy.ts";
import { as_float, Float, type float as PythonFloat } from "../float.ts";
import { as_int, type int } from "../int.ts";
import { keep_primitive, plain } from "../primitive.ts";
import { repr } from "../representation.ts";
import { as_index } from "../sequences/index-value.ts";
import { Tuple } from "../tuple.ts";
import { type_name } from "../type-name.ts";
import { binary_parts } from "./decimal-digits.ts";
import { double_hex, parse_double_hex } from "./float-hex.ts";
import { float_value, int_to_double, real_value } from "./kinds.ts";
import { parse_float } from "./parse-float.ts";

export type float = PythonFloat;

/** `float(value)`. ValueError for text that is no number, OverflowError, TypeError. */
function make(value?: unknown): PythonFloat;
function make(this: Dynamic, value: unknown = undefined): PythonFloat {
  const result = converted(value);
  if (new.target === undefined) return result;
  keep_primitive(this, result); // the instance of a subclass
  return this;
}

function converted(value: Dynamic = 0): PythonFloat {
  if (value instanceof Float && value.constructor === Float) return value as unknown as PythonFloat;
  const text = plain(value);
  if (typeof text === "string") return read(parse_float(text));
  if (typeof text === "number") return as_float(text + 0);
  if (has(value, "__float__")) return checked(value.__float__(), value);
  const double = real_value(value);
  if (double !== null) return as_float(double);
  const index = as_index(value);
  if (index !== null) return as_float(int_to_double(index));
  if (has(value, "__bytes__") && has(value, "decode")) {
    const bytes: Uint8Array = value.__bytes__();
    return read(parse_float(String.fromCharCode(...bytes), repr(value)));
  }
  throw new TypeError(
    `float() argument must be a string or a real number, not '${type_name(value)}'`,
  );
}

function is_integer(value: PythonFloat): boolean {
  return Number.isInteger(double_of(value));
}

function as_integer_ratio(value: PythonFloat): readonly [int, int] {
  const double = double_of(value);
  if (Number.isNaN(double)) throw new ValueError("cannot convert NaN to integer ratio");
  if (!Number.isFinite(double)) throw new OverflowError("cannot convert Infinity to integer ratio");
  let [mantissa, exponent] = binary_parts(double);
  if (mantissa === 0n) return Tuple.of(0, 1);
  while (exponent < 0 && (mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  return Tuple.of(as_int(mantissa), as_int(1n << BigInt(-exponent)));
}

/** Each `float("nan")` is an object of its own, which containers find by its identity. */
function read(double: number): PythonFloat {
  return Number.isNaN(double) ? (new Float(double) as unknown as PythonFloat) : as_float(double);
}

function float_hex(value: PythonFloat): string {
  return double_hex(double_of(value));
}

function fromhex(text: string): PythonFloat {
  return as_float(parse_double_hex(text));
}

function conjugate(value: PythonFloat): PythonFloat {
  return value;
}

function double_of(value: unknown): number {
  const double = float_value(value) ?? real_value(value);
  if (double !== null) return double;
  throw new TypeError(
    `descriptor of 'float' object doesn't apply to a '${type_name(value)}' object`,
  );
}

function checked(result: unknown, of: unknown): PythonFloat {
  const double = float_value(result);
  if (double !== null) return as_float(double);
  throw new TypeError(`${type_name(of)}.__float__ returned non-float (type ${type_name(result)})`);
}

function has(value: Dynamic, method: string): boolean {
  return typeof value === "object" && value !== null && typeof value[method] === "function";
}

const float_methods = { as_integer_ratio, conjugate, fromhex, hex: float_hex, is_integer } as const;

/** `float(x)`, and `float.is_integer(x)` for `x.is_integer()`. */
export const float: typeof make &
  typeof float_methods & {
    /** For subclasses: their instances stand for the value. */
    new (...args: readonly Dynamic[]): Dynamic;
    readonly __name__: string;
    readonly __is_type__: true;
  } = /* @__PURE__ */ Object.assign(make, {
  ...float_methods,
  __name__: "float",
  __module__: "builtins",
  __is_type__: true,
} as const) as never;
