// Powers of doubles as C's pow gives them.

/** `base ** exponent`; NaN for a negative base with a fraction as exponent. */
export function float_power(base: number, exponent: number): number {
  if (base === 1 || exponent === 0) return 1;
  if (base === -1 && Math.abs(exponent) === Infinity) return 1;
  if (exponent === 2) return base * base;
  if (exponent === 0.5 && base > 0) return Math.sqrt(base);
  return base ** exponent;
}
