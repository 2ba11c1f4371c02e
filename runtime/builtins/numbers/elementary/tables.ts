// Tables of logarithms and powers, and the constants that go with them; made when the first function asks.
import { exponential, logarithm, product } from "./double-double.ts";

/** Steps between two powers of two. */
export const STEPS = 128;
/** The first bits of log(2), so few that their product with an exponent is exact. */
export const LN2_HIGH = 0x162e42fe * 2 ** -29;

export interface Tables {
  readonly ln2_low: number;
  /** About `STEPS / index`, in 24 bits. */
  readonly inverse: Float64Array;
  /** -log(inverse) */
  readonly log_high: Float64Array;
  readonly log_low: Float64Array;
  /** 2 ** (place / STEPS) */
  readonly power_high: Float64Array;
  readonly power_low: Float64Array;
  /** One double, and its two halves as words. */
  readonly value: Float64Array;
  readonly words: Uint32Array;
  /** Where a function leaves a result of two doubles: no object is made for it. */
  readonly high_and_low: Float64Array;
}

let tables: Tables | null = null;

export function tables_of_powers(): Tables {
  return (tables ??= made());
}

function made(): Tables {
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
    const [power, exponent] = exponential(product({ high: place / STEPS, low: 0 }, ln2));
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
    high_and_low: new Float64Array(2),
  };
}
