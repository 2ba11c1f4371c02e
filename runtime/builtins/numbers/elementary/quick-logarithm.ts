// Logarithms of doubles to some 66 bits by tables.
import { SPLITTER } from "./product-error.ts";
import { LN2_HIGH, STEPS, type Tables } from "./tables.ts";

/** Leaves log(x) of a positive normal double in `high_and_low`, relative error below 2**-64. */
export function quick_logarithm(x: number, tables: Tables): void {
  const { ln2_low, inverse, log_high, log_low, value, words, high_and_low } = tables;
  // x = 2**k * z, z around 1
  value[0] = x;
  let k = ((words[1] as number) >>> 20) - 1023;
  words[1] = ((words[1] as number) & 0xfffff) | 0x3ff00000;
  let z = value[0] as number;
  if (z > Math.SQRT2) {
    z /= 2;
    k++;
  }
  // z * inverse = 1 + r, exactly in two doubles, for the inverse has 24 bits
  const index = Math.round(z * STEPS);
  const scale = inverse[index] as number;
  const split = z * 2 ** 27;
  const z_high = z + split - split;
  const r_high = z_high * scale - 1;
  const r_low = (z - z_high) * scale;
  const r = r_high + r_low;
  // log(1 + r) = r - r*r/2 + …
  const rest = r_low - (r - r_high);
  const t = SPLITTER * r;
  const a = t - (t - r);
  const b = r - a;
  const square = r * r;
  const square_low = a * a - square + 2 * a * b + b * b + 2 * r * rest;
  const tail =
    r *
    square *
    (1 / 3 +
      r *
        (-1 / 4 + r * (1 / 5 + r * (-1 / 6 + r * (1 / 7 + r * (-1 / 8 + r * (1 / 9 - r / 10)))))));
  // the logarithm: k*ln2 + log(c) + r - r*r/2 + …, large to small
  const whole = k * LN2_HIGH;
  const table = log_high[index] as number;
  const first_sum = whole + table;
  const first_part = first_sum - whole;
  const second_sum = first_sum + r;
  const second_part = second_sum - first_sum;
  const half = -square / 2;
  const third_sum = second_sum + half;
  const third_part = third_sum - second_sum;
  const lows =
    k * ln2_low +
    (log_low[index] as number) +
    rest +
    tail -
    square_low / 2 +
    (whole - (first_sum - first_part) + (table - first_part)) +
    (first_sum - (second_sum - second_part) + (r - second_part)) +
    (second_sum - (third_sum - third_part) + (half - third_part));
  const log = third_sum + lows;
  high_and_low[0] = log;
  high_and_low[1] = lows - (log - third_sum);
}
