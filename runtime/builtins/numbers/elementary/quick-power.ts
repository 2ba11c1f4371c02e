// Powers of doubles to some 66 bits by tables: enough to round nearly always, and to know when it is not.
import { quick_exponential } from "./quick-exponential.ts";
import { quick_logarithm } from "./quick-logarithm.ts";
import { SPLITTER } from "./product-error.ts";
import { tables_of_powers } from "./tables.ts";

/** `base ** exponent` of a positive normal base, rounded once; NaN where these bits don't decide it. */
export function quick_power(base: number, exponent: number): number {
  const tables = tables_of_powers();
  quick_logarithm(base, tables);
  const log = tables.high_and_low[0] as number;
  const low = tables.high_and_low[1] as number;
  // its product with the exponent
  const product = exponent * log;
  const e_split = SPLITTER * exponent;
  const e_high = e_split - (e_split - exponent);
  const e_low = exponent - e_high;
  const l_split = SPLITTER * log;
  const l_high = l_split - (l_split - log);
  const l_low = log - l_high;
  const product_low =
    e_high * l_high - product + e_high * l_low + e_low * l_high + e_low * l_low + exponent * low;
  return quick_exponential(product, product_low, tables);
}
