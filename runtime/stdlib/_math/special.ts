// The gamma function by Lanczos' approximation, as CPython computes it, and the error function as C's libraries do.
import { OverflowError, ValueError } from "../../builtins/exceptions/index.ts";
import { as_float, type float } from "../../builtins/float.ts";
import { exp } from "../../builtins/numbers/elementary/exponentials.ts";
import { float_power } from "../../builtins/numbers/elementary/float-power.ts";
import { log } from "../../builtins/numbers/elementary/logarithms.ts";
import { cos, sin } from "../../builtins/numbers/elementary/trigonometric.ts";
import { error_function, error_function_complement } from "./error-function.ts";
import { real } from "./real.ts";

/** The gamma function. ValueError at 0, the negative ints and -inf. */
export function gamma(x: number): float {
  const value = real(x);
  if (Number.isNaN(value) || value === Infinity) return as_float(value);
  if (value === -Infinity || value === 0 || is_pole(value))
    throw new ValueError("math domain error");
  const found = gamma_of(value);
  if (!Number.isFinite(found)) throw new OverflowError("math range error");
  return as_float(found);
}

/** The natural logarithm of the absolute value of the gamma function. ValueError at 0 and the negative ints. */
export function lgamma(x: number): float {
  const value = real(x);
  if (!Number.isFinite(value)) return as_float(Number.isNaN(value) ? value : Infinity);
  if (value === 0 || is_pole(value)) throw new ValueError("math domain error");
  const found = log_gamma_of(value);
  if (!Number.isFinite(found)) throw new OverflowError("math range error");
  return as_float(found);
}

export function erf(x: number): float {
  return as_float(error_function(real(x)));
}

/** 1 - erf(x), also where that is tiny. */
export function erfc(x: number): float {
  return as_float(error_function_complement(real(x)));
}

function is_pole(value: number): boolean {
  return value < 0 && Number.isInteger(value);
}

const WHOLE = 23;

function gamma_of(value: number): number {
  if (Number.isInteger(value) && value <= WHOLE) {
    let product = 1;
    for (let factor = 2; factor < value; factor++) product *= factor;
    return product;
  }
  const size = Math.abs(value);
  if (size < 1e-20) return 1 / value;
  if (size > 200) return value < 0 ? (sin_of_pi_times(value) < 0 ? -0 : 0) : Infinity;
  const shifted = size + G_LESS_HALF;
  // The sum's own rounding error, times g / shifted, is put back in.
  const lost = size > G_LESS_HALF ? shifted - size - G_LESS_HALF : shifted - G_LESS_HALF - size;
  const correction = (lost * G) / shifted;
  let result: number;
  if (value < 0) {
    result = ((-Math.PI / sin_of_pi_times(size) / size) * exp(shifted)) / lanczos_sum(size);
    result -= correction * result;
    if (size < 140) return result / float_power(shifted, size - 0.5);
    const root = float_power(shifted, size / 2 - 0.25);
    return result / root / root;
  }
  result = lanczos_sum(size) / exp(shifted);
  result += correction * result;
  if (size < 140) return result * float_power(shifted, size - 0.5);
  const root = float_power(shifted, size / 2 - 0.25);
  return result * root * root;
}

const LOG_PI = 1.1447298858494002;

function log_gamma_of(value: number): number {
  if (value === 1 || value === 2) return 0;
  const size = Math.abs(value);
  if (size < 1e-20) return -log(size);
  const found = log(lanczos_sum(size)) - G + (size - 0.5) * (log(size + G - 0.5) - 1);
  if (value > 0) return found;
  return LOG_PI - log(Math.abs(sin_of_pi_times(size))) - log(size) - found;
}

const G = 6.02468004077673;
const G_LESS_HALF = 5.52468004077673;

/** Coefficients of the numerator and the denominator, lowest power first. */
const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725,
  186056.26539522348, 8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925,
  66, 1,
];

function lanczos_sum(x: number): number {
  let numerator = 0;
  let denominator = 0;
  if (x < 5) {
    for (let power = NUMERATOR.length - 1; power >= 0; power--) {
      numerator = numerator * x + (NUMERATOR[power] as number);
      denominator = denominator * x + (DENOMINATOR[power] as number);
    }
  } else {
    for (let power = 0; power < NUMERATOR.length; power++) {
      numerator = numerator / x + (NUMERATOR[power] as number);
      denominator = denominator / x + (DENOMINATOR[power] as number);
    }
  }
  return numerator / denominator;
}

/** sin(pi * x), exact at the ints and halves. */
function sin_of_pi_times(x: number): number {
  const size = Math.abs(x) % 2;
  const octant = Math.round(2 * size);
  const sign = x < 0 ? -1 : 1;
  switch (octant) {
    case 0:
      return sign * sin(Math.PI * size);
    case 1:
      return sign * cos(Math.PI * (size - 0.5));
    case 2:
      return sign * sin(Math.PI * (1 - size));
    case 3:
      return sign * -cos(Math.PI * (size - 1.5));
    default:
      return sign * sin(Math.PI * (size - 2));
  }
}
