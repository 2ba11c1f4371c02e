// log, log2 of doubles, rounded once, and what C's libraries make of log.
import { logarithm, ONE, product, quotient, type DoubleDouble } from "./double-double.ts";
import { quick_logarithm } from "./quick-logarithm.ts";
import { rounded } from "./rounded.ts";
import { tables_of_powers } from "./tables.ts";

const SMALLEST_NORMAL = 2 ** -1022;

/** NaN below zero, -Infinity at zero. */
export function log(x: number): number {
  if (!is_usual(x)) return Math.log(x);
  const found = rounded(quick(x));
  return Number.isNaN(found) ? logarithm(x).high : found;
}

let of_octave: DoubleDouble | null = null;

/** NaN below zero, -Infinity at zero. */
export function log2(x: number): number {
  if (!is_usual(x)) return Math.log2(x);
  const scale = (of_octave ??= quotient(ONE, logarithm(2)));
  const found = rounded(product(quick(x), scale));
  return Number.isNaN(found) ? product(logarithm(x), scale).high : found;
}

/** By the logarithm of what is left of x without its power of two. */
export function log10(x: number): number {
  if (!is_usual(x)) return Math.log10(x);
  let exponent = Math.floor(Math.log2(x));
  if (x / 2 ** exponent >= 2) exponent++;
  else if (x / 2 ** exponent < 1) exponent--;
  const mantissa = x / 2 ** exponent;
  // A negative exponent leaves a mantissa below 1: no digits are lost near 1.
  const below = exponent < 0 ? 1 : 0;
  const binary = exponent + below;
  const small = binary * LOG10_2_LOW + Math.LOG10E * log(below === 1 ? mantissa / 2 : mantissa);
  return small + binary * LOG10_2_HIGH;
}

const LOG10_2_HIGH = 0.30102999566361177;
const LOG10_2_LOW = 3.694239077158931e-13;

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -28 || !Number.isFinite(x)) return x;
  return x < 0 ? -asinh_of_size(size) : asinh_of_size(size);
}

function asinh_of_size(size: number): number {
  if (size > 2 ** 28) return log(size) + Math.LN2;
  const square = size * size;
  if (size > 2) return log(2 * size + 1 / (Math.sqrt(square + 1) + size));
  return Math.log1p(size + square / (1 + Math.sqrt(1 + square)));
}

/** NaN below 1. */
export function acosh(x: number): number {
  if (!(x >= 1) || x === Infinity) return Math.acosh(x);
  if (x > 2 ** 28) return log(x) + Math.LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const more = x - 1;
  return Math.log1p(more + Math.sqrt(2 * more + more * more));
}

function is_usual(x: number): boolean {
  return x > 0 && x < Infinity && x !== 1;
}

function quick(x: number): DoubleDouble {
  if (x < SMALLEST_NORMAL) return logarithm(x);
  const tables = tables_of_powers();
  quick_logarithm(x, tables);
  return { high: tables.high_and_low[0] as number, low: tables.high_and_low[1] as number };
}
