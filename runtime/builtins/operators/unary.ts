// -a, +a, ~a, abs(a)
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/hierarchy.ts";
import { as_float } from "../float.ts";
import { as_int } from "../int.ts";
import { float_value, integer_value } from "../numbers/kinds.ts";
import { type_name } from "../type-name.ts";
import { has_method } from "./dispatch.ts";

/** `-a`. TypeError where it has no meaning. */
export function neg(a: number): number;
export function neg(a: unknown): Dynamic;
export function neg(a: Dynamic): Dynamic {
  if (typeof a === "number") return 0 - a;
  return unary(
    a,
    "-",
    "__neg__",
    (x) => as_int(-BigInt(x)),
    (x) => -x,
  );
}

/** `+a`. TypeError where it has no meaning. */
export function pos(a: number): number;
export function pos(a: unknown): Dynamic;
export function pos(a: Dynamic): Dynamic {
  if (typeof a === "number") return a;
  return unary(
    a,
    "+",
    "__pos__",
    (x) => as_int(BigInt(x)),
    (x) => x,
  );
}

/** `~a`. TypeError where it has no meaning. */
export function invert(a: number): number;
export function invert(a: unknown): Dynamic;
export function invert(a: Dynamic): Dynamic {
  if (Number.isSafeInteger(a)) return -1 - a;
  return unary(a, "~", "__invert__", (x) => as_int(~BigInt(x)), null);
}

/** `abs(a)`. TypeError where it has no meaning. */
export function abs(a: number): number;
export function abs(a: unknown): Dynamic;
export function abs(a: Dynamic): Dynamic {
  if (typeof a === "number") return Math.abs(a);
  if (has_method(a, "__abs__")) return a.__abs__();
  const integer = integer_value(a);
  if (integer !== null) return as_int(integer < 0 ? -BigInt(integer) : BigInt(integer));
  const double = float_value(a);
  if (double !== null) return as_float(Math.abs(double));
  throw new TypeError(`bad operand type for abs(): '${type_name(a)}'`);
}

function unary(
  a: Dynamic,
  symbol: string,
  method: string,
  integers: (value: number | bigint) => number,
  floats: ((value: number) => number) | null,
): Dynamic {
  if (has_method(a, method)) return a[method]();
  const integer = integer_value(a);
  if (integer !== null) return integers(integer);
  const double = floats === null ? null : float_value(a);
  if (double !== null && floats !== null) return as_float(floats(double));
  throw new TypeError(`bad operand type for unary ${symbol}: '${type_name(a)}'`);
}
