// Floats to ints, and the parts of a float.
import { OverflowError, ValueError } from "../../builtins/exceptions/index.ts";
import { as_float, type float, is_float } from "../../builtins/float.ts";
import { as_int, type int } from "../../builtins/int.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { integer, method, real, result } from "./real.ts";

/** The largest int that is not above x. OverflowError for infinities, ValueError for NaN. */
export function floor(x: number | { __floor__(): int }): int {
  return rounded(x, "__floor__", Math.floor);
}

/** The smallest int that is not below x. */
export function ceil(x: number | { __ceil__(): int }): int {
  return rounded(x, "__ceil__", Math.ceil);
}

/** x without its fraction. */
export function trunc(x: number | { __trunc__(): int }): int {
  return rounded(x, "__trunc__", Math.trunc);
}

/** The absolute value, as a float. */
export function fabs(x: number): float {
  return as_float(Math.abs(real(x)));
}

/** C's fmod: the sign of the result is that of x. */
export function fmod(x: number, y: number): float {
  const [a, b] = [real(x), real(y)];
  return result(a % b, a, b);
}

/** IEEE 754 remainder: x minus the multiple of y that is nearest. */
export function remainder(x: number, y: number): float {
  const [a, b] = [real(x), real(y)];
  if (Number.isFinite(a) && !Number.isFinite(b) && !Number.isNaN(b)) return as_float(a);
  if (!Number.isFinite(a) || !Number.isFinite(b) || b === 0) return result(a % b, a, b);
  const size = Math.abs(b);
  const m = Math.abs(a) % size;
  const rest = size - m;
  const r = m < rest ? m : m > rest ? -rest : m - 2 * ((0.5 * (Math.abs(a) - m)) % size);
  return as_float(copy_sign(1, a) * r);
}

/** `(fraction, whole)`, both floats with the sign of x. */
export function modf(x: number): readonly [float, float] {
  const value = real(x);
  if (!Number.isFinite(value)) {
    return Tuple.of(as_float(Number.isNaN(value) ? value : copy_sign(0, value)), as_float(value));
  }
  const whole = Math.trunc(value);
  return Tuple.of(as_float(copy_sign(value - whole, value)), as_float(whole));
}

/** The size of x with the sign of y. */
export function copysign(x: number, y: number): float {
  return as_float(copy_sign(real(x), real(y)));
}

/** The plain double behind `copysign`. */
export function copy_sign(size: number, sign: number): number {
  const negative = sign < 0 || Object.is(sign, -0);
  return negative ? -Math.abs(size) : Math.abs(size);
}

function rounded(x: unknown, special: string, round: (value: number) => number): int {
  const own = method(x, special);
  if (own !== null) return Reflect.apply(own, x, []) as int;
  if (!is_float(x) && (typeof x === "number" || typeof x === "bigint" || typeof x === "boolean")) {
    return as_int(integer(x));
  }
  const value = round(real(x));
  if (Number.isNaN(value)) throw new ValueError("cannot convert float NaN to integer");
  if (!Number.isFinite(value)) throw new OverflowError("cannot convert float infinity to integer");
  return as_int(BigInt(value));
}
