// Exponential and logarithm as whole numbers scaled by a power of ten.
import { adjusted } from "./arithmetic.ts";
import { power_of_ten } from "./digits.ts";
import type { Parts } from "./parts.ts";

/** The value times `10**digits`, cut off. */
export function as_scaled({ is_negative, coefficient, exponent }: Parts, digits: number): bigint {
  const shift = exponent + digits;
  const value = shift >= 0 ? coefficient * power_of_ten(shift) : coefficient / power_of_ten(-shift);
  return is_negative ? -value : value;
}

/** `exp(x)` as `value * 10**exponent`, both scaled by `10**digits`. */
export function exp_scaled(
  x: bigint,
  digits: number,
): { readonly value: bigint; readonly exponent: number } {
  const guard = digits + 10;
  const one = power_of_ten(guard);
  const scaled = x * power_of_ten(10);
  const ten = LN_10(guard);
  let exponent = scaled / ten;
  if (scaled < 0n && scaled % ten !== 0n) exponent -= 1n;
  const rest = scaled - exponent * ten;
  const halvings = 8n;
  let term = one;
  let sum = one;
  const small = rest >> halvings;
  for (let n = 1n; term !== 0n; n++) {
    term = (term * small) / one / n;
    sum += term;
  }
  for (let n = 0n; n < halvings; n++) sum = (sum * sum) / one;
  return { value: sum / power_of_ten(10), exponent: Number(exponent) };
}

/** `ln(x)` of a number above zero. */
export function ln_scaled(x: Parts, digits: number): bigint {
  const guard = digits + 12;
  const place = adjusted(x);
  // Between 0.1 and 1, or between 1 and 10: what lies near 1 is kept there.
  const mantissa = as_scaled({ ...x, is_negative: false, exponent: x.exponent - place }, guard);
  const logarithm = ln_near(mantissa, guard) + BigInt(place) * LN_10(guard);
  return logarithm / power_of_ten(12);
}

const tens = new Map<number, bigint>();

/** `ln(10)`, scaled. */
export function LN_10(digits: number): bigint {
  let known = tens.get(digits);
  if (known === undefined) {
    known = ln_near(10n * power_of_ten(digits + 10), digits + 10) / power_of_ten(10);
    tens.set(digits, known);
  }
  return known;
}

/** `ln` of a scaled number that is neither large nor small: its square root is taken until it is near 1, then a series. */
function ln_near(x: bigint, digits: number): bigint {
  const one = power_of_ten(digits);
  let twos = 0n;
  let value = x;
  while (value > (one * 14n) / 10n) {
    value /= 2n;
    twos++;
  }
  const own = twice_artanh(value - one, value + one, one);
  return twos === 0n ? own : own + twos * twice_artanh(one, 3n * one, one);
}

/** `2 * artanh(a / b)`: ln 2 where it is a third. */
function twice_artanh(a: bigint, b: bigint, one: bigint): bigint {
  const ratio = (a * one) / b;
  const square = (ratio * ratio) / one;
  let [power, sum] = [ratio, ratio];
  for (let n = 3n; power !== 0n; n += 2n) {
    power = (power * square) / one;
    sum += power / n;
  }
  return 2n * sum;
}
