// asin, acos, atan, atan2 of doubles, rounded once: what C's functions give but for very few arguments.
import {
  product,
  quotient,
  scaled,
  square_root,
  sum_of,
  two_sum,
  type DoubleDouble,
} from "./double-double.ts";
import { PI } from "./pi.ts";
import { rounded } from "./rounded.ts";
import {
  exact_sine_and_cosine,
  quick_sine_and_cosine,
  type SineAndCosine,
} from "./sine-and-cosine.ts";

/** Below, the arc is its sine and its tangent. */
const TINY = 2 ** -27;
/** Quotients below or above are 0 or infinite beside a double's digits. */
const SMALL = 2 ** -60;

/** NaN outside of -1 … 1. */
export function asin(x: number): number {
  if (Math.abs(x) < TINY || !(Math.abs(x) <= 1)) return Math.abs(x) <= 1 ? x : Number.NaN;
  const other = cosine_of(x);
  return once((sine_and_cosine) => arc(double(x), other, sine_and_cosine));
}

/** NaN outside of -1 … 1. */
export function acos(x: number): number {
  if (!(Math.abs(x) <= 1)) return Number.NaN;
  if (x === 1) return 0;
  const other = cosine_of(x);
  return once((sine_and_cosine) => arc(other, double(x), sine_and_cosine));
}

export function atan(x: number): number {
  if (Math.abs(x) < TINY || Number.isNaN(x)) return x;
  if (Math.abs(x) === Infinity) return Math.atan(x);
  return atan2(x, 1);
}

/** The angle of the point (x, y), between -pi and pi. */
export function atan2(y: number, x: number): number {
  if (y === 0 || x === 0 || !Number.isFinite(y) || !Number.isFinite(x)) return Math.atan2(y, x);
  const ratio = Math.abs(y / x);
  if (ratio < SMALL || ratio > 1 / SMALL) {
    return x > 0 && ratio < SMALL ? y / x : Math.atan2(y, x);
  }
  const scale = -Math.floor(Math.log2(Math.abs(x)));
  const [a, b] = [double(by_power(y, scale)), double(by_power(x, scale))];
  return once((sine_and_cosine) => arc(a, b, sine_and_cosine));
}

type Way = (angle: DoubleDouble) => SineAndCosine;

function once(of: (way: Way) => DoubleDouble): number {
  const quick = rounded(of(quick_sine_and_cosine));
  return Number.isNaN(quick) ? of(exact_sine_and_cosine).high : quick;
}

/** A double's approximation, and what its sine and cosine show to be missing. */
function arc(y: DoubleDouble, x: DoubleDouble, way: Way): DoubleDouble {
  const is_left = x.high < 0;
  const across = is_left ? scaled(x, -1) : x;
  const rough = Math.atan2(y.high, across.high);
  const { sine, cosine } = way(double(rough));
  const missing = quotient(
    sum_of(product(y, cosine), scaled(product(across, sine), -1)),
    sum_of(product(across, cosine), product(y, sine)),
  );
  const angle = sum_of(double(rough), missing);
  if (!is_left) return angle;
  return sum_of(y.high < 0 ? scaled(PI, -1) : PI, scaled(angle, -1));
}

/** sqrt(1 - x*x) */
function cosine_of(x: number): DoubleDouble {
  return square_root(product(two_sum(1, -x), two_sum(1, x)));
}

function double(high: number): DoubleDouble {
  return { high, low: 0 };
}

function by_power(value: number, exponent: number): number {
  const half = exponent >> 1;
  return value * 2 ** half * 2 ** (exponent - half);
}
