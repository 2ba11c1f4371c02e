// Sums of two doubles: twice the digits, for results that must be rounded once only.
import { product_error } from "./product-error.ts";

/** The value is `high + low`; `low` is at most half a unit in the last place of `high`. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

export const ONE: DoubleDouble = { high: 1, low: 0 };
const LN2: DoubleDouble = { high: Math.LN2, low: 2.3190468138462996e-17 };

/** a + b of doubles, exactly. */
export function two_sum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const part = high - a;
  return { high, low: a - (high - part) + (b - part) };
}

/** a * b of doubles, exactly unless the product overflows or is subnormal. */
export function two_product(a: number, b: number): DoubleDouble {
  const high = a * b;
  return { high, low: product_error(a, b, high) };
}

export function sum_of(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const highs = two_sum(a.high, b.high);
  const lows = two_sum(a.low, b.low);
  const middle = fast_two_sum(highs.high, highs.low + lows.high);
  return fast_two_sum(middle.high, middle.low + lows.low);
}

export function product(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const { high, low } = two_product(a.high, b.high);
  return fast_two_sum(high, low + (a.high * b.low + a.low * b.high));
}

export function quotient(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high;
  const rest = sum_of(a, scaled(product(b, { high: first, low: 0 }), -1));
  const second = rest.high / b.high;
  const last = sum_of(rest, scaled(product(b, { high: second, low: 0 }), -1));
  const result = fast_two_sum(first, second);
  return sum_of(result, { high: last.high / b.high, low: 0 });
}

export function square_root(a: DoubleDouble): DoubleDouble {
  if (a.high === 0) return a;
  const root = Math.sqrt(a.high);
  const rest = sum_of(a, scaled(two_product(root, root), -1));
  return fast_two_sum(root, rest.high / (2 * root));
}

/** The value times a power of two or -1, exactly. */
export function scaled(a: DoubleDouble, factor: number): DoubleDouble {
  return { high: a.high * factor, low: a.low * factor };
}

/** The logarithm of a positive finite double, relative error about 2**-100. */
export function logarithm(x: number): DoubleDouble {
  let exponent = 0;
  let mantissa = x;
  if (mantissa < 2 ** -1022) {
    mantissa *= 2 ** 54;
    exponent = -54;
  }
  const binary = Math.floor(Math.log2(mantissa) + 0.5);
  mantissa = mantissa / 2 ** (binary >> 1) / 2 ** (binary - (binary >> 1));
  exponent += binary;
  // 2 * artanh((m - 1) / (m + 1)); both differences are exact in two doubles
  const ratio = quotient({ high: mantissa - 1, low: 0 }, two_sum(mantissa, 1));
  const square = product(ratio, ratio);
  let series: DoubleDouble = { high: 0, low: 0 };
  for (let odd = 47; odd >= 1; odd -= 2) {
    series = sum_of(product(series, square), quotient(ONE, { high: odd, low: 0 }));
  }
  const fraction = scaled(product(series, ratio), 2);
  return sum_of(product({ high: exponent, low: 0 }, LN2), fraction);
}

const HALVINGS = 9;

/** e**x as a value near 1 and the power of two that it is to be multiplied with. */
export function exponential(x: DoubleDouble): readonly [DoubleDouble, exponent: number] {
  const exponent = Math.round(x.high / LN2.high);
  const rest = sum_of(x, scaled(product({ high: exponent, low: 0 }, LN2), -1));
  const small = scaled(rest, 2 ** -HALVINGS);
  let series = ONE;
  for (let term = 11; term >= 1; term--) {
    series = sum_of(ONE, quotient(product(series, small), { high: term, low: 0 }));
  }
  // Squaring 1 + d by d, which keeps the small part's digits.
  let part = sum_of(series, { high: -1, low: 0 });
  for (let round = 0; round < HALVINGS; round++)
    part = sum_of(scaled(part, 2), product(part, part));
  return [sum_of(part, ONE), exponent];
}

/** a + b exactly where a is the larger one. */
export function fast_two_sum(a: number, b: number): DoubleDouble {
  const high = a + b;
  return { high, low: b - (high - a) };
}
