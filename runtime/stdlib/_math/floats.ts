// What a float is made of: classes, exponents, neighbours.
import { ValueError } from "../../builtins/exceptions/index.ts";
import { as_float, type float } from "../../builtins/float.ts";
import type { int } from "../../builtins/int.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { integer, real, result } from "./real.ts";

export function isnan(x: number): boolean {
  return Number.isNaN(real(x));
}

export function isinf(x: number): boolean {
  return Math.abs(real(x)) === Infinity;
}

export function isfinite(x: number): boolean {
  return Number.isFinite(real(x));
}

/** Whether two numbers differ by no more than the relative or the absolute tolerance. */
export function isclose(
  a: number,
  b: number,
  { rel_tol = 1e-9, abs_tol = 0 }: { rel_tol?: float; abs_tol?: float } = {},
): boolean {
  const [x, y, relative, absolute] = [real(a), real(b), real(rel_tol), real(abs_tol)];
  if (relative < 0 || absolute < 0) throw new ValueError("tolerances must be non-negative");
  if (x === y) return true;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  const difference = Math.abs(x - y);
  return difference <= relative * Math.max(Math.abs(x), Math.abs(y)) || difference <= absolute;
}

/** `(m, e)` with x == m * 2**e and 0.5 <= abs(m) < 1. */
export function frexp(x: number): readonly [float, int] {
  const value = real(x);
  if (value === 0 || !Number.isFinite(value)) return Tuple.of(as_float(value), 0);
  const subnormal = Math.abs(value) < 2 ** -1022;
  const bits = bits_of(subnormal ? value * 2 ** 54 : value);
  const exponent = Number((bits >> 52n) & 0x7ffn) - 1022;
  const mantissa = double_of((bits & ~(0x7ffn << 52n)) | (1022n << 52n));
  return Tuple.of(as_float(mantissa), subnormal ? exponent - 54 : exponent);
}

/** x * 2**i. OverflowError where it is too large. */
export function ldexp(x: number, i: int): float {
  const value = real(x);
  let exponent = Number(integer(i));
  if (value === 0 || !Number.isFinite(value)) return as_float(value);
  let scaled = value;
  for (; exponent > 1023 && Number.isFinite(scaled); exponent -= 1023) scaled *= 2 ** 1023;
  // One rounding only: all but the last step of a downward scaling is exact.
  const [mantissa, own] = frexp(scaled);
  if (exponent < 0 && own + exponent < -1021) {
    const below = own + exponent;
    return as_float(below < -1074 ? signed_zero(scaled) : Number(mantissa) * 2 ** below);
  }
  return result(scaled * 2 ** exponent, value);
}

/** The next float after x towards y. */
export function nextafter(
  x: number,
  y: number,
  { steps = null }: { steps?: int | null } = {},
): float {
  const goal = real(y);
  let value = real(x);
  for (let left = Number(steps ?? 1); left > 0 && value !== goal; left--) {
    value = neighbour(value, goal);
  }
  return as_float(Number.isNaN(goal) ? goal : value === goal ? goal : value);
}

/** The value of the least significant bit of x. */
export function ulp(x: number): float {
  const value = Math.abs(real(x));
  if (!Number.isFinite(value)) return as_float(value);
  const above = neighbour(value, Infinity);
  return as_float(above === Infinity ? value - neighbour(value, 0) : above - value);
}

function neighbour(value: number, goal: number): number {
  if (Number.isNaN(value) || Number.isNaN(goal)) return NaN;
  if (value === 0) return goal > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  return double_of(bits_of(value) + (goal > value === value > 0 ? 1n : -1n));
}

const view = (): DataView => new DataView(new ArrayBuffer(8));

function bits_of(value: number): bigint {
  const bytes = view();
  bytes.setFloat64(0, value);
  return bytes.getBigUint64(0);
}

function double_of(bits: bigint): number {
  const bytes = view();
  bytes.setBigUint64(0, bits);
  return bytes.getFloat64(0);
}

function signed_zero(sign: number): number {
  return sign < 0 ? -0 : 0;
}
