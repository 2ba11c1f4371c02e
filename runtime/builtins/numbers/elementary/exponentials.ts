// exp, and the hyperbolic functions that C's libraries make of it.
import { exponential } from "./double-double.ts";
import { quick_exponential } from "./quick-exponential.ts";
import { tables_of_powers } from "./tables.ts";
import { times_power_of_two } from "./float-power.ts";

const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019412;

/** e ** x, rounded once. */
export function exp(x: number): number {
  if (!(Math.abs(x) > 2 ** -54)) return 1 + x;
  if (x > LARGEST) return Infinity;
  if (x < SMALLEST) return 0;
  const quick = quick_exponential(x, 0, tables_of_powers());
  if (!Number.isNaN(quick)) return quick;
  const [power, binary] = exponential({ high: x, low: 0 });
  return times_power_of_two(power.high, binary);
}

/** Between here and there e**-x counts beside e**x. */
const LARGE = 22;

export function sinh(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -28 || !Number.isFinite(x)) return x;
  const half = x < 0 ? -0.5 : 0.5;
  if (size >= LARGE) return half_of_power(size, half);
  const less_one = Math.expm1(size);
  if (size < 1) return half * (2 * less_one - (less_one * less_one) / (less_one + 1));
  return half * (less_one + less_one / (less_one + 1));
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x)) return size;
  if (size < 0.5 * Math.LN2) {
    const less_one = Math.expm1(size);
    const power = 1 + less_one;
    return size < 2 ** -55 ? power : 1 + (less_one * less_one) / (power + power);
  }
  if (size >= LARGE) return half_of_power(size, 0.5);
  const power = exp(size);
  return 0.5 * power + 0.5 / power;
}

/** `half * e**size`, which may be finite where e**size is not. */
function half_of_power(size: number, half: number): number {
  if (size < LARGEST) return half * exp(size);
  const root = exp(0.5 * size);
  return half * root * root;
}
