// Small whole powers and those of square roots, multiplied out in two doubles: rounded once, without an object for each step.
import { product_error } from "./product-error.ts";

/** Multiplying out needs room for the digits below the result. */
const SAFE_LARGEST = 1e290;
const SAFE_SMALLEST = 1e-260;

/** `base ** exponent` of a finite base other than zero; NaN where that way loses digits. */
export function whole_power(base: number, exponent: number): number {
  return multiplied_out(base, 0, Math.abs(exponent), exponent < 0);
}

/** `base ** (halves / 2)` of a positive finite base; NaN where that way loses digits. */
export function half_power(base: number, halves: number): number {
  const root = Math.sqrt(base);
  const square = root * root;
  const rest = base - square - product_error(root, root, square);
  const low = rest / (2 * root);
  const high = root + low;
  return multiplied_out(high, low - (high - root), Math.abs(halves), halves < 0);
}

function multiplied_out(high: number, low: number, count: number, is_inverted: boolean): number {
  let [power, power_low] = [1, 0];
  let [square, square_low] = [high, low];
  for (let rest = count; rest > 0; rest >>= 1) {
    if (rest & 1) {
      const next = power * square;
      const error = product_error(power, square, next) + (power * square_low + power_low * square);
      power = next + error;
      power_low = error - (power - next);
    }
    if (rest > 1) {
      const next = square * square;
      const error = product_error(square, square, next) + 2 * (square * square_low);
      square = next + error;
      square_low = error - (square - next);
    }
  }
  const size = Math.abs(power);
  if (!(size < SAFE_LARGEST && size > SAFE_SMALLEST)) return Number.NaN;
  if (!is_inverted) return power;
  const quotient = 1 / power;
  const product = quotient * power;
  const rest = 1 - product - product_error(quotient, power, product) - quotient * power_low;
  return quotient + rest / power;
}
