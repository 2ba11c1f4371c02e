// Powers, roots, exponentials and logarithms.
import { ValueError, ZeroDivisionError } from "../../builtins/exceptions/index.ts";
import { as_float, type float } from "../../builtins/float.ts";
import { cube_root } from "../../builtins/numbers/elementary/cube-root.ts";
import { bit_length } from "../../builtins/numbers/bit-length.ts";
import { exp as exp_of } from "../../builtins/numbers/elementary/exponentials.ts";
import { float_power } from "../../builtins/numbers/elementary/float-power.ts";
import {
  log as log_of,
  log10 as log10_of,
  log2 as log2_of,
} from "../../builtins/numbers/elementary/logarithms.ts";
import { real, result } from "./real.ts";

/** The square root. ValueError below zero. */
export function sqrt(x: number): float {
  const value = real(x);
  return result(Math.sqrt(value), value);
}

/** The cube root. */
export function cbrt(x: number): float {
  return as_float(cube_root(real(x)));
}

/** C's pow: `1 ** nan` and `nan ** 0` are 1. */
export function pow(x: number, y: number): float {
  const [base, exponent] = [real(x), real(y)];
  if (base === 1 || exponent === 0) return as_float(1);
  if (base === -1 && !Number.isFinite(exponent) && !Number.isNaN(exponent)) return as_float(1);
  if (base === 0 && exponent < 0 && Number.isFinite(exponent))
    throw new ValueError("math domain error");
  return result(float_power(base, exponent), base, exponent);
}

export function exp(x: number): float {
  const value = real(x);
  return result(exp_of(value), value);
}

export function exp2(x: number): float {
  const value = real(x);
  return result(float_power(2, value), value);
}

export function expm1(x: number): float {
  const value = real(x);
  return result(Math.expm1(value), value);
}

/** The natural logarithm, or that to a base. ValueError at and below zero. */
export function log(x: number, base: number | undefined = undefined): float {
  const numerator = logarithm(x, log_of);
  if (base === undefined) return as_float(numerator);
  const denominator = logarithm(base, log_of);
  if (denominator === 0) throw new ZeroDivisionError("float division by zero");
  return as_float(numerator / denominator);
}

export function log2(x: number): float {
  return as_float(logarithm(x, log2_of));
}

export function log10(x: number): float {
  return as_float(logarithm(x, log10_of));
}

export function log1p(x: number): float {
  const value = real(x);
  if (value <= -1) throw new ValueError("math domain error");
  return as_float(Math.log1p(value));
}

/** Ints beyond every double have logarithms all the same: of a double between 0.5 and 1, and of its power of two. */
function logarithm(x: unknown, log: (value: number) => number): number {
  if (typeof x === "bigint" && x > 0n && !Number.isFinite(Number(x))) {
    const bits = bit_length(x);
    const shift = BigInt(bits - 64);
    // A last bit that stands for all that is cut off: the double is rounded as the whole int would be.
    const head = x >> shift;
    const fraction = Number(head << shift === x ? head : head | 1n) / 2 ** 64;
    return fraction === 1 ? log(0.5) + log(2) * (bits + 1) : log(fraction) + log(2) * bits;
  }
  const value = real(x);
  if (value <= 0) throw new ValueError("math domain error");
  return log(value);
}
