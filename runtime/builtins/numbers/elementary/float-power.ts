// Powers of doubles, rounded once: what C's pow gives but for very few arguments, where Math.pow is often off by one.
import { exponential, logarithm, product } from "./double-double.ts";
import { quick_power } from "./quick-power.ts";
import { half_power, whole_power } from "./small-power.ts";

/** Exponents up to here are multiplied out. */
const MOST_HALVES = 64;
const SMALLEST_NORMAL = 2 ** -1022;

/** `base ** exponent`; NaN for a negative base with a fraction as exponent. */
export function float_power(base: number, exponent: number): number {
  if (base === 1 || exponent === 0) return 1;
  if (base === -1 && Math.abs(exponent) >= 2 ** 53) return 1;
  if (exponent === 0.5 && base >= 0) return Math.sqrt(base + 0);
  if (exponent === 2) return base * base;
  const halves = exponent * 2;
  if (Number.isInteger(halves) && Math.abs(halves) <= MOST_HALVES) {
    const small = small_power(base, exponent, halves);
    if (!Number.isNaN(small)) return small;
  }
  const rough = base ** exponent;
  if (rough === 0 || !Number.isFinite(rough) || !Number.isFinite(exponent) || exponent === 1)
    return rough;
  const size = Math.abs(base);
  if (size >= SMALLEST_NORMAL) {
    const quick = quick_power(size, exponent);
    if (!Number.isNaN(quick)) return rough < 0 ? -quick : quick;
  }
  const [power, binary] = exponential(product(logarithm(size), { high: exponent, low: 0 }));
  const exact = times_power_of_two(power.high, binary);
  return rough < 0 ? -exact : exact;
}

function small_power(base: number, exponent: number, halves: number): number {
  if (base === 0 || !Number.isFinite(base)) return Number.NaN;
  if (Number.isInteger(exponent)) return whole_power(base, exponent);
  return base > 0 ? half_power(base, halves) : Number.NaN;
}

export function times_power_of_two(value: number, exponent: number): number {
  const half = exponent >> 1;
  return value * 2 ** half * 2 ** (exponent - half);
}
