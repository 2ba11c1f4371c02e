// Python's math: functions of real numbers, with Python's results (int or float) and errors.
import type { float } from "../builtins/float.ts";

export { ceil, copysign, fabs, floor, fmod, modf, remainder, trunc } from "./_math/rounding.ts";
export { cbrt, exp, exp2, expm1, log, log10, log1p, log2, pow, sqrt } from "./_math/powers.ts";
export {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cos,
  cosh,
  degrees,
  radians,
  sin,
  sinh,
  tan,
  tanh,
} from "./_math/trigonometry.ts";
export { comb, factorial, gcd, isqrt, lcm, perm } from "./_math/integers.ts";
export { frexp, isclose, isfinite, isinf, isnan, ldexp, nextafter, ulp } from "./_math/floats.ts";
export { erf, erfc, gamma, lgamma } from "./_math/special.ts";
export { fma } from "./_math/fma.ts";
export { dist, fsum, hypot, prod, sumprod } from "./_math/sums.ts";

export const pi: float = Math.PI;
export const e: float = Math.E;
export const tau: float = 2 * Math.PI;
export const inf: float = Infinity;
export const nan: float = NaN;
