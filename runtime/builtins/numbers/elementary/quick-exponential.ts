// Exponentials to some 66 bits by tables: enough to round nearly always, and to know when it is not.
import { SPLITTER } from "./product-error.ts";
import { LN2_HIGH, STEPS, type Tables } from "./tables.ts";

/** The relative error of the result before it is rounded stays far below this. */
const ERROR = 2 ** -64;
const LARGEST = 690;

/** `e ** (high + low)`, rounded once; NaN where these bits don't decide it. */
export function quick_exponential(high: number, low: number, tables: Tables): number {
  if (!(Math.abs(high) < LARGEST)) return Number.NaN;
  const { ln2_low, power_high, power_low } = tables;
  // e**high = 2**(n / STEPS) * e**s
  const n = Math.round((high / Math.LN2) * STEPS);
  const s_high = high - (n / STEPS) * LN2_HIGH;
  const s_low = low - (n / STEPS) * ln2_low;
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
