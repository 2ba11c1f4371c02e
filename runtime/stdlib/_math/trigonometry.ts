// Angles, and the hyperbolic functions.
import { ValueError } from "../../builtins/exceptions/index.ts";
import { as_float, type float } from "../../builtins/float.ts";
import { real, result } from "./real.ts";

export function sin(x: number): float {
  return of_one(Math.sin, x);
}

export function cos(x: number): float {
  return of_one(Math.cos, x);
}

export function tan(x: number): float {
  return of_one(Math.tan, x);
}

export function asin(x: number): float {
  return of_one(Math.asin, x);
}

export function acos(x: number): float {
  return of_one(Math.acos, x);
}

export function atan(x: number): float {
  return of_one(Math.atan, x);
}

export function atan2(y: number, x: number): float {
  return as_float(Math.atan2(real(y), real(x)));
}

export function sinh(x: number): float {
  return of_one(Math.sinh, x);
}

export function cosh(x: number): float {
  return of_one(Math.cosh, x);
}

export function tanh(x: number): float {
  return of_one(Math.tanh, x);
}

export function asinh(x: number): float {
  return of_one(Math.asinh, x);
}

export function acosh(x: number): float {
  return of_one(Math.acosh, x);
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
