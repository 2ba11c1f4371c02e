// The product and sum that are rounded once.
import { OverflowError, ValueError } from "../../builtins/exceptions/index.ts";
import { as_float, type float } from "../../builtins/float.ts";
import { divide_exactly } from "../../builtins/operators/truediv.ts";
import { frexp } from "./floats.ts";
import { real } from "./real.ts";

/** x * y + z with one rounding. ValueError where only the operation makes a NaN, OverflowError likewise. */
export function fma(x: number, y: number, z: number): float {
  const [a, b, c] = [real(x), real(y), real(z)];
  if (Number.isFinite(a) && Number.isFinite(b) && !Number.isFinite(c)) return as_float(c);
  if (![a, b, c].every(Number.isFinite) || a === 0 || b === 0) {
    const found = a * b + c;
    if (Number.isNaN(found) && ![a, b, c].some(Number.isNaN))
      throw new ValueError("invalid operation in fma");
    return as_float(found);
  }
  const [left, right, more] = [a, b, c].map(whole_and_power) as [Parts, Parts, Parts];
  const power = Math.min(left.power + right.power, more.power);
  const sum =
    ((left.whole * right.whole) << BigInt(left.power + right.power - power)) +
    (more.whole << BigInt(more.power - power));
  if (sum === 0n) return as_float(a * b + c === 0 ? a * b + c : 0);
  const found =
    power < 0 ? divide_exactly(sum, 1n << BigInt(-power)) : Number(sum << BigInt(power));
  if (!Number.isFinite(found)) throw new OverflowError("overflow in fma");
  return as_float(found);
}

interface Parts {
  readonly whole: bigint;
  readonly power: number;
}

function whole_and_power(value: number): Parts {
  const [mantissa, exponent] = frexp(value);
  return { whole: BigInt(Number(mantissa) * 2 ** 53), power: exponent - 53 };
}
