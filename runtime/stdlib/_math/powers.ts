// Powers, roots, exponentials and logarithms.
import { ValueError, ZeroDivisionError } from "../../builtins/exceptions/index.ts";
import { as_float, type float } from "../../builtins/float.ts";
import { real, result } from "./real.ts";

/** The square root. ValueError below zero. */
export function sqrt(x: number): float {
  const value = real(x);
  return result(Math.sqrt(value), value);
}

/** The cube root. */
export function cbrt(x: number): float {
  return as_float(Math.cbrt(real(x)));
}

/** C's pow: `1 ** nan` and `nan ** 0` are 1. */
export function pow(x: number, y: number): float {
  const [base, exponent] = [real(x), real(y)];
  if (base === 1 || exponent === 0) return as_float(1);
  if (base === -1 && !Number.isFinite(exponent) && !Number.isNaN(exponent)) return as_float(1);
  if (base === 0 && exponent < 0 && Number.isFinite(exponent))
    throw new ValueError("math domain error");
  return result(base ** exponent, base, exponent);
}

export function exp(x: number): float {
  const value = real(x);
  return result(Math.exp(value), value);
}

export function exp2(x: number): float {
  const value = real(x);
  return result(2 ** value, value);
}

export function expm1(x: number): float {
  const value = real(x);
  return result(Math.expm1(value), value);
}

/** The natural logarithm, or that to a base. ValueError at and below zero. */
export function log(x: number, base: number | undefined = undefined): float {
  const numerator = logarithm(x, Math.log, Math.LN2);
  if (base === undefined) return as_float(numerator);
  const denominator = logarithm(base, Math.log, Math.LN2);
  if (denominator === 0) throw new ZeroDivisionError("division by zero");
  return as_float(numerator / denominator);
}

export function log2(x: number): float {
  return as_float(logarithm(x, Math.log2, 1));
}

export function log10(x: number): float {
  return as_float(logarithm(x, Math.log10, Math.log10(2)));
}

export function log1p(x: number): float {
  const value = real(x);
  if (value <= -1) throw new ValueError("math domain error");
  return as_float(Math.log1p(value));
}

/** Ints beyond every double have logarithms all the same: by their leading bits. */
function logarithm(x: unknown, log: (value: number) => number, log_of_two: number): number {
  if (typeof x === "bigint" && x > 0n && !Number.isFinite(Number(x))) {
    const shift = Math.max(0, x.toString(2).length - 64);
    return log(Number(x >> BigInt(shift))) + shift * log_of_two;
  }
  const value = real(x);
  if (value <= 0) throw new ValueError("math domain error");
  return log(value);
}
