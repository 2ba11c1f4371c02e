// What the product of two doubles loses by being rounded, without an object for it (Dekker's splitting).

/** Splits a double in two halves whose products are exact. */
export const SPLITTER = 2 ** 27 + 1;

/** `a * b - product` where `product` is the rounded `a * b`; exact unless it overflows or is subnormal. */
export function product_error(a: number, b: number, product: number): number {
  const a_split = SPLITTER * a;
  const a_high = a_split - (a_split - a);
  const a_low = a - a_high;
  const b_split = SPLITTER * b;
  const b_high = b_split - (b_split - b);
  const b_low = b - b_high;
  return a_high * b_high - product + a_high * b_low + a_low * b_high + a_low * b_low;
}
