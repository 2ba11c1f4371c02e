// a // b and divmod(a, b)
import type { Dynamic } from "../dynamic.ts";
import { ZeroDivisionError } from "../exceptions/hierarchy.ts";
import { as_float } from "../float.ts";
import { as_int } from "../int.ts";
import { integer_value, real_value } from "../numbers/kinds.ts";
import { Tuple } from "../tuple.ts";
import { binary, has_method, type Operator } from "./dispatch.ts";
import { is_of_sign, modulo_floats, modulo_integers } from "./modulo.ts";

/** `a // b`, rounded towards minus infinity. ZeroDivisionError; TypeError where the two can't be divided. */
export function floordiv(a: number, b: number): number;
export function floordiv(a: unknown, b: unknown): Dynamic;
export function floordiv(a: unknown, b: unknown): Dynamic {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && b !== 0) {
    return divide_safe(a as number, b as number);
  }
  return binary(a, b, FLOORDIV);
}

/** `divmod(a, b)`: quotient and remainder. ZeroDivisionError; TypeError where the two can't be divided. */
export function divmod(a: number, b: number): readonly [number, number];
export function divmod(a: unknown, b: unknown): Dynamic;
export function divmod(a: unknown, b: unknown): Dynamic {
  const is_special = has_method(a, "__divmod__") || has_method(b, "__rdivmod__");
  const x = is_special ? null : integer_value(a);
  const y = is_special ? null : integer_value(b);
  if (x !== null && y !== null) return divmod_integers(x, y);
  const left = is_special ? null : real_value(a);
  const right = is_special ? null : real_value(b);
  if (left === null || right === null) return binary(a, b, DIVMOD);
  if (right === 0) throw new ZeroDivisionError("float divmod()");
  return Tuple.of(as_float(divide_floats(left, right)), as_float(modulo_floats(left, right)));
}

export const FLOORDIV: Operator = {
  symbol: "//",
  method: "__floordiv__",
  reflected: "__rfloordiv__",
  integers: divide_integers,
  floats: divide_floats,
};

const DIVMOD: Operator = { symbol: "divmod()", method: "__divmod__", reflected: "__rdivmod__" };

/** A bigint is divided once for both. */
function divmod_integers(a: number | bigint, b: number | bigint): readonly [number, number] {
  const quotient: number | bigint = divide_integers(a, b);
  if (typeof a !== "bigint") return Tuple.of(quotient, modulo_integers(a, b));
  return Tuple.of(quotient, as_int(a - BigInt(quotient) * BigInt(b)));
}

/** The remainder decides: a / b itself may round up to the next integer. */
function divide_safe(a: number, b: number): number {
  const rest = a % b;
  const quotient = (a - rest) / b;
  return (rest !== 0 && rest < 0 !== b < 0 ? quotient - 1 : quotient) + 0;
}

function divide_integers(a: number | bigint, b: number | bigint): number {
  if (b === 0) throw new ZeroDivisionError("integer division or modulo by zero");
  if (typeof a === "number" && typeof b === "number") return divide_safe(a, b);
  const [dividend, divisor] = [BigInt(a), BigInt(b)];
  const quotient = dividend / divisor;
  if (dividend >= 0n && divisor > 0n) return as_int(quotient);
  return as_int(is_of_sign(dividend - quotient * divisor, divisor) ? quotient : quotient - 1n);
}

function divide_floats(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError("float floor division by zero");
  const rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && rest < 0 !== b < 0) quotient -= 1;
  if (quotient === 0) return Object.is(a / b, -0) || a / b < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}
