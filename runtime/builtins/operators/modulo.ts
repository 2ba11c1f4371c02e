// The remainder with the sign of the divisor, as Python's % has it.
import { ZeroDivisionError } from "../exceptions/hierarchy.ts";
import { as_int } from "../int.ts";

/** `a % b` of ints. ZeroDivisionError. */
export function modulo_integers(a: number | bigint, b: number | bigint): number {
  if (b === 0) throw new ZeroDivisionError("integer modulo by zero");
  if (typeof a === "number" && typeof b === "number") return modulo_safe(a, b);
  const divisor = BigInt(b);
  const rest = BigInt(a) % divisor;
  if (is_of_sign(rest, divisor)) return as_int(rest);
  return as_int(rest + divisor);
}

/** Whether a remainder needs no correction: it is 0 or on the divisor's side. */
export function is_of_sign(rest: bigint, divisor: bigint): boolean {
  return divisor > 0n ? rest >= 0n : rest <= 0n;
}

/** `a % b` of safe integers, b not zero. */
export function modulo_safe(a: number, b: number): number {
  const rest = a % b;
  return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
}

/** `a % b` of doubles. ZeroDivisionError. */
export function modulo_floats(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError("float modulo by zero");
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}
