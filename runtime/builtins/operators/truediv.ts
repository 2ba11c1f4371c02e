// a / b
import { bit_length } from "../numbers/bit-length.ts";
import type { Dynamic } from "../dynamic.ts";
import { OverflowError, ZeroDivisionError } from "../exceptions/hierarchy.ts";
import { as_float, quick_double } from "../float.ts";
import { binary, type Operator } from "./dispatch.ts";

/** `a / b`: always a float. ZeroDivisionError; TypeError where the two can't be divided. */
export function truediv(a: number, b: number): number;
export function truediv(a: unknown, b: unknown): Dynamic;
export function truediv(a: unknown, b: unknown): Dynamic {
  if (typeof a === "number" && typeof b === "number" && b !== 0) return as_float((a + 0) / b);
  const x = quick_double(a);
  const y = quick_double(b);
  if (!Number.isNaN(x) && !Number.isNaN(y) && y !== 0) return as_float(x / y);
  return binary(a, b, TRUEDIV);
}

/** The same for floats, as a plain number also where the quotient is integral. ZeroDivisionError. */
export function divide(a: number, b: number): number {
  const divisor = typeof b === "number" ? b : Number(b);
  if (divisor === 0) throw new ZeroDivisionError("float division by zero");
  return a / divisor;
}

export const TRUEDIV: Operator = {
  symbol: "/",
  method: "__truediv__",
  reflected: "__rtruediv__",
  integers: divide_integers,
  floats: divide_floats,
};

function divide_floats(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError("float division by zero");
  return a / b;
}

function divide_integers(a: number | bigint, b: number | bigint): Dynamic {
  if (b === 0) throw new ZeroDivisionError("division by zero");
  if (typeof a === "number" && typeof b === "number") return as_float((a + 0) / b);
  const quotient = divide_exactly(BigInt(a), BigInt(b));
  if (!Number.isFinite(quotient)) {
    throw new OverflowError("integer division result too large for a float");
  }
  return as_float(quotient);
}

/** Bits of the quotient that are computed: more than a double holds, the last one sticky. */
const QUOTIENT_BITS = 66;

/** The double nearest to a / b, ties to even. */
export function divide_exactly(a: bigint, b: bigint): number {
  if (a === 0n) return b < 0n ? -0 : 0;
  const is_negative = a < 0n !== b < 0n;
  const dividend = a < 0n ? -a : a;
  const divisor = b < 0n ? -b : b;
  const shift = QUOTIENT_BITS - (bit_length(dividend) - bit_length(divisor));
  const scaled = shift > 0 ? dividend << BigInt(shift) : dividend;
  const scale = shift < 0 ? divisor << BigInt(-shift) : divisor;
  let quotient = scaled / scale;
  if (quotient * scale !== scaled) quotient |= 1n;
  const size = scaled_double(quotient, -shift);
  return is_negative ? -size : size;
}

/** quotient * 2**exponent, rounded once: also where the result is subnormal. */
function scaled_double(quotient: bigint, exponent: number): number {
  const lowest = exponent + bit_length(quotient) - 53;
  if (lowest < -1074) {
    // Fewer bits than a double has are left: drop the others here, keeping one sticky bit below.
    const drop = -1074 - 2 - exponent;
    if (drop > 0) {
      const kept = quotient >> BigInt(drop);
      const sticky = kept << BigInt(drop) === quotient ? 0n : 1n;
      return round_to_even((kept << 1n) | sticky, 3) * 2 ** -1074;
    }
  }
  const double = Number(quotient);
  return exponent < -1000 ? double * 2 ** -1000 * 2 ** (exponent + 1000) : double * 2 ** exponent;
}

/** value / 2**bits to the nearest integer, ties to even. */
function round_to_even(value: bigint, bits: number): number {
  const unit = 1n << BigInt(bits);
  const rest = value % unit;
  let rounded = value / unit;
  if (rest * 2n > unit || (rest * 2n === unit && rounded % 2n === 1n)) rounded += 1n;
  return Number(rounded);
}
