// Angles, and the hyperbolic functions.
import { ValueError } from "../../builtins/exceptions/index.ts";
import { as_float, type float } from "../../builtins/float.ts";
import {
  acos as acos_of,
  asin as asin_of,
  atan as atan_of,
  atan2 as atan2_of,
} from "../../builtins/numbers/elementary/arcs.ts";
import {
  cosh as cosh_of,
  sinh as sinh_of,
} from "../../builtins/numbers/elementary/exponentials.ts";
import {
  acosh as acosh_of,
  asinh as asinh_of,
} from "../../builtins/numbers/elementary/logarithms.ts";
import {
  cos as cos_of,
  sin as sin_of,
  tan as tan_of,
} from "../../builtins/numbers/elementary/trigonometric.ts";
import { real, result } from "./real.ts";

export function sin(x: number): float {
  return of_one(sin_of, x);
}

export function cos(x: number): float {
  return of_one(cos_of, x);
}

export function tan(x: number): float {
  return of_one(tan_of, x);
}

export function asin(x: number): float {
  return of_one(asin_of, x);
}

export function acos(x: number): float {
  return of_one(acos_of, x);
}

export function atan(x: number): float {
  return of_one(atan_of, x);
}

export function atan2(y: number, x: number): float {
  return as_float(atan2_of(real(y), real(x)));
}

export function sinh(x: number): float {
  return of_one(sinh_of, x);
}

export function cosh(x: number): float {
  return of_one(cosh_of, x);
}

export function tanh(x: number): float {
  return of_one(Math.tanh, x);
}

export function asinh(x: number): float {
  return of_one(asinh_of, x);
}

export function acosh(x: number): float {
  return of_one(acosh_of, x);
}

/** ValueError outside of -1 … 1, ends excluded. */
export function atanh(x: number): float {
  const value = real(x);
  if (Math.abs(value) >= 1) throw new ValueError("math domain error");
  return as_float(Math.atanh(value));
}

export function degrees(x: number): float {
  return as_float(real(x) * (180 / Math.PI));
}

export function radians(x: number): float {
  return as_float(real(x) * (Math.PI / 180));
}

function of_one(f: (value: number) => number, x: number): float {
  const value = real(x);
  return result(f(value), value);
}
