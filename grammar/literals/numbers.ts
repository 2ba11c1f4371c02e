// The value of a numeric literal.
import type { ConstantValue } from "../ast/expressions.ts";

/** A well-formed literal's value: integers exact, floats rounded as CPython rounds them. */
export function number_value(text: string): ConstantValue {
  const plain = text.includes("_") ? text.replaceAll("_", "") : text;
  const last = plain.charCodeAt(plain.length - 1) | 32;
  const is_radix = plain.length > 2 && /^0[xob]/i.test(plain);
  if (is_radix) return { type: "int", value: BigInt(plain) };
  if (last === 106) return { type: "complex", imag: Number(plain.slice(0, -1)) };
  if (/[.eE]/.test(plain)) return { type: "float", value: Number(plain) };
  return { type: "int", value: BigInt(plain) };
}
