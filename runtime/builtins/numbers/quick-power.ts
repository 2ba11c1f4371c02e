// Powers of doubles to some 66 bits by tables: enough to round nearly always, and to know when it is not.
import { exponential, logarithm, product as exact_product } from "./double-double.ts";

const SPLITTER = 2 ** 27 + 1;
const LN2_HIGH = 0x162e42fe * 2 ** -29; // few bits: its product with an exponent is exact
const STEPS = 128;
/** The relative error of the result before it is rounded stays far below this. */
const ERROR = 2 ** -64;
const LARGEST = 690;

interface Tables {
  readonly ln2_low: number;
  readonly inverse: Float64Array;
  readonly log_high: Float64Array;
  readonly log_low: Float64Array;
  readonly power_high: Float64Array;
  readonly power_low: Float64Array;
  readonly value: Float64Array;
  readonly words: Uint32Array;
}

let tables: Tables | null = null;

/** `base ** exponent` of a positive normal base, rounded once; NaN where these bits don't decide it. */
export function quick_power(base: number, exponent: number): number {
  const { ln2_low, inverse, log_high, log_low, power_high, power_low, value, words } = (tables ??=
    make_tables());
  // base = 2**k * z, z around 1
  value[0] = base;
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
  const low = lows - (log - third_sum);
  // its product with the exponent
  const product = exponent * log;
  if (!(Math.abs(product) < LARGEST)) return Number.NaN;
  const e_split = SPLITTER * exponent;
  const e_high = e_split - (e_split - exponent);
  const e_low = exponent - e_high;
  const l_split = SPLITTER * log;
  const l_high = l_split - (l_split - log);
  const l_low = log - l_high;
  const product_low =
    e_high * l_high - product + e_high * l_low + e_low * l_high + e_low * l_low + exponent * low;
  // e**product = 2**(n / STEPS) * e**s
  const n = Math.round((product / Math.LN2) * STEPS);
  const s_high = product - (n / STEPS) * LN2_HIGH;
  const s_low = product_low - (n / STEPS) * ln2_low;
  const s = s_high + s_low;
  const s_rest = s_low - (s - s_high);
  const growth =
    s_rest +
    s * s * (1 / 2 + s * (1 / 6 + s * (1 / 24 + s * (1 / 120 + s * (1 / 720 + s / 5040)))));
  const place = ((n % STEPS) + STEPS) % STEPS;
  const factor = power_high[place] as number;
  const f_split = SPLITTER * factor;
  const f_high = f_split - (f_split - factor);
  const f_low = factor - f_high;
  const s_split = SPLITTER * s;
  const s_a = s_split - (s_split - s);
  const s_b = s - s_a;
  const first = factor * s;
  const first_low = f_high * s_a - first + f_high * s_b + f_low * s_a + f_low * s_b;
  const sum = factor + first;
  const small =
    first - (sum - factor) + first_low + (power_low[place] as number) * (1 + s) + factor * growth;
  const result = sum + (small - sum * ERROR);
  if (result !== sum + (small + sum * ERROR)) return Number.NaN;
  return result * 2 ** ((n - place) / STEPS);
}

function make_tables(): Tables {
  const inverse = new Float64Array(192);
  const log_high = new Float64Array(192);
  const log_low = new Float64Array(192);
  for (let index = 88; index < 192; index++) {
    const scale = Math.fround(STEPS / index);
    const log = logarithm(scale);
    inverse[index] = scale;
    log_high[index] = -log.high;
    log_low[index] = -log.low;
  }
  const ln2 = logarithm(2);
  const power_high = new Float64Array(STEPS);
  const power_low = new Float64Array(STEPS);
  for (let place = 0; place < STEPS; place++) {
    const [power, exponent] = exponential(exact_product({ high: place / STEPS, low: 0 }, ln2));
    power_high[place] = power.high * 2 ** exponent;
    power_low[place] = power.low * 2 ** exponent;
  }
  const value = new Float64Array(1);
  return {
    ln2_low: ln2.high - LN2_HIGH + ln2.low,
    inverse,
    log_high,
    log_low,
    power_high,
    power_low,
    value,
    words: new Uint32Array(value.buffer),
  };
}
