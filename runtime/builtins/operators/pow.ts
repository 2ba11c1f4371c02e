// a ** b and pow(a, b, modulus)
import type { Dynamic } from "../dynamic.ts";
import {
  OverflowError,
  TypeError,
  ValueError,
  ZeroDivisionError,
} from "../exceptions/hierarchy.ts";
import { as_float, quick_double } from "../float.ts";
import { as_int } from "../int.ts";
import { NotImplemented } from "../not-implemented.ts";
import { Complex } from "../numbers/complex.ts";
import { float_power } from "../numbers/elementary/float-power.ts";
import { float_value, integer_value, real_value } from "../numbers/kinds.ts";
import { type_name } from "../type-name.ts";
import { binary, has_method, type Operator } from "./dispatch.ts";
import { modulo_integers } from "./modulo.ts";

/**
 * `pow(a, b, modulus)`, `a ** b` without a modulus. ZeroDivisionError for a negative power of zero,
 * OverflowError, ValueError for a modulus of zero or a base without inverse, TypeError.
 */
export function pow(a: number, b: number, modulus?: number | null): number;
export function pow(a: unknown, b: unknown, modulus?: unknown): Dynamic;
export function pow(a: unknown, b: unknown, modulus: unknown = undefined): Dynamic {
  if (modulus != null) return modular_power(a, b, modulus);
  if (typeof a === "number" && typeof b === "number") {
    if (!Number.isInteger(a) || !Number.isInteger(b)) return power_of_doubles(a + 0, b + 0);
    const power = b === 2 ? a * a : b >= 0 ? a ** b : Number.NaN;
    if (Number.isSafeInteger(power)) return power + 0;
    return binary(a, b, POW);
  }
  const base = quick_double(a);
  const exponent = quick_double(b);
  // One is a Float: two numbers have been seen to.
  if (!Number.isNaN(base) && !Number.isNaN(exponent)) return power_of_doubles(base, exponent);
  return binary(a, b, POW);
}

/**
 * The same for floats of which no complex number comes, as a plain number also where the power is integral.
 * ZeroDivisionError, OverflowError.
 */
export function raised(base: number, exponent: number): number {
  return real_double(Number(base), Number(exponent));
}

export const POW: Operator = {
  symbol: "** or pow()",
  method: "__pow__",
  reflected: "__rpow__",
  integers: integer_power,
  others: real_power,
};

function integer_power(a: number | bigint, b: number | bigint): Dynamic {
  if (b < 0) return real_power(a, b);
  if (typeof b === "bigint" && a !== 0 && a !== 1 && a !== -1)
    throw new OverflowError("int too large");
  return as_int(BigInt(a) ** BigInt(b));
}

/** Powers of which one is a float or the exponent negative. A negative base may give a complex number. */
function real_power(a: Dynamic, b: Dynamic): Dynamic {
  const base = real_value(a);
  const exponent = real_value(b);
  if (base === null || exponent === null) return NotImplemented;
  return power_of_doubles(base, exponent);
}

function power_of_doubles(base: number, exponent: number): Dynamic {
  if (
    base < 0 &&
    Number.isFinite(base) &&
    Number.isFinite(exponent) &&
    !Number.isInteger(exponent)
  ) {
    return new Complex(base, 0).__pow__(new Complex(exponent, 0));
  }
  return as_float(real_double(base, exponent));
}

function real_double(base: number, exponent: number): number {
  if (base === 0 && exponent < 0 && exponent !== -Infinity) {
    throw new ZeroDivisionError("0.0 cannot be raised to a negative power");
  }
  const power = float_power(base, exponent);
  if (!Number.isFinite(power) && Number.isFinite(base) && Number.isFinite(exponent)) {
    throw new OverflowError(34, "Numerical result out of range");
  }
  return power;
}

function modular_power(a: Dynamic, b: Dynamic, modulus: Dynamic): Dynamic {
  if (has_method(a, "__pow__") && !(a instanceof Complex)) return a.__pow__(b, modulus);
  const base = integer_value(a);
  const exponent = integer_value(b);
  const divisor = integer_value(modulus);
  if (base === null || exponent === null || divisor === null) {
    refuse_modulus(a, b, modulus);
  }
  if (divisor === 0) throw new ValueError("pow() 3rd argument cannot be 0");
  return as_int(power_modulo(BigInt(base), BigInt(exponent), BigInt(divisor)));
}

/** Each operand's type is asked in turn: floats take no modulus, complex numbers none beside numbers. */
function refuse_modulus(a: Dynamic, b: Dynamic, modulus: Dynamic): never {
  const is_number = (x: unknown): boolean => x instanceof Complex || real_value(x) !== null;
  for (const each of [a, b, modulus]) {
    if (each instanceof Complex && is_number(a) && is_number(b))
      throw new ValueError("complex modulo");
    if (float_value(each) !== null)
      throw new TypeError("pow() 3rd argument not allowed unless all arguments are integers");
  }
  const names = [a, b, modulus].map((x) => `'${type_name(x)}'`).join(", ");
  throw new TypeError(`unsupported operand type(s) for ** or pow(): ${names}`);
}

function power_modulo(base: bigint, exponent: bigint, divisor: bigint): bigint {
  const size = divisor < 0n ? -divisor : divisor;
  let square = ((base % size) + size) % size;
  if (exponent < 0n) {
    square = inverse(square, size);
    exponent = -exponent;
  }
  let result = 1n % size;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % size;
    square = (square * square) % size;
  }
  return BigInt(modulo_integers(result, divisor));
}

/** The number whose product with `value` leaves 1. ValueError when they have a common divisor. */
function inverse(value: bigint, divisor: bigint): bigint {
  let [previous, current] = [divisor, value];
  let [before, factor] = [0n, 1n];
  while (current !== 0n) {
    const quotient = previous / current;
    [previous, current] = [current, previous - quotient * current];
    [before, factor] = [factor, before - quotient * factor];
  }
  if (previous !== 1n) throw new ValueError("base is not invertible for the given modulus");
  return ((before % divisor) + divisor) % divisor;
}
