// Powers of doubles, rounded once: what C's pow gives but for very few arguments, where Math.pow is often off by one.
import {
  exponential,
  logarithm,
  ONE,
  product,
  quotient,
  square_root,
  type DoubleDouble,
} from "./double-double.ts";
import { quick_power } from "./quick-power.ts";

/** Exponents up to here are multiplied out. */
const MAX_WHOLE = 64;
/** Multiplying out needs room for the digits below the result. */
const SAFE_LARGEST = 1e290;
const SAFE_SMALLEST = 1e-260;
const SMALLEST_NORMAL = 2 ** -1022;

/** `base ** exponent`; NaN for a negative base with a fraction as exponent. */
export function float_power(base: number, exponent: number): number {
  if (base === 1 || exponent === 0) return 1;
  if (base === -1 && Math.abs(exponent) >= 2 ** 53) return 1;
  const rough = base ** exponent;
  if (rough === 0 || !Number.isFinite(rough) || !Number.isFinite(exponent) || exponent === 1)
    return rough;
  if (exponent === 0.5) return Math.sqrt(base);
  if (exponent === 2) return base * base;
  if (Number.isInteger(exponent) && Math.abs(exponent) <= MAX_WHOLE) {
    const power = whole_power({ high: base, low: 0 }, Math.abs(exponent));
    const size = Math.abs(power.high);
    if (size < SAFE_LARGEST && size > SAFE_SMALLEST)
      return (exponent < 0 ? quotient(ONE, power) : power).high;
  }
  const halves = exponent * 2;
  if (base > 0 && Number.isInteger(halves) && Math.abs(halves) <= MAX_WHOLE) {
    const power = whole_power(square_root({ high: base, low: 0 }), Math.abs(halves));
    if (power.high < SAFE_LARGEST && power.high > SAFE_SMALLEST)
      return (exponent < 0 ? quotient(ONE, power) : power).high;
  }
  const size = Math.abs(base);
  if (size >= SMALLEST_NORMAL) {
    const quick = quick_power(size, exponent);
    if (!Number.isNaN(quick)) return rough < 0 ? -quick : quick;
  }
  const [power, binary] = exponential(product(logarithm(size), { high: exponent, low: 0 }));
  const exact = times_power_of_two(power.high, binary);
  return rough < 0 ? -exact : exact;
}

function whole_power(base: DoubleDouble, exponent: number): DoubleDouble {
  let result = ONE;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if (rest & 1) result = product(result, square);
    if (rest > 1) square = product(square, square);
  }
  return result;
}

export function times_power_of_two(value: number, exponent: number): number {
  const half = exponent >> 1;
  return value * 2 ** half * 2 ** (exponent - half);
}
