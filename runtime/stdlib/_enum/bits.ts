// Bits of flags: ints of any size.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_int, type int } from "../../builtins/int.ts";
import { integer_value } from "../../builtins/numbers/kinds.ts";

export function bit_length(value: Dynamic): number {
  const bits = BigInt(value);
  return bits === 0n ? 0 : (bits < 0n ? -bits : bits).toString(2).length;
}

/** `2**count - 1`. */
export function bits_below(count: number): int {
  return as_int((1n << BigInt(count)) - 1n);
}

export function is_single_bit(value: Dynamic): boolean {
  const integer = integer_value(value);
  if (integer === null || integer <= 0) return false;
  const bits = BigInt(integer);
  return (bits & (bits - 1n)) === 0n;
}

/** The single bits of an int that is not negative, lowest first. */
export function single_bits(value: Dynamic): int[] {
  const found: int[] = [];
  let bits = BigInt(value);
  for (let bit = 1n; bits > 0n; bit <<= 1n, bits >>= 1n)
    if ((bits & 1n) === 1n) found.push(as_int(bit));
  return found;
}

/** As messages show bits, the sign apart: `0b0 0101`, `0b1 1011`. */
export function bit_text(value: Dynamic, least = 0): string {
  const bits = BigInt(value);
  const width = Math.max(bit_length(bits), least);
  const text = width === 0 ? "" : BigInt.asUintN(width, bits).toString(2).padStart(width, "0");
  return `0b${bits < 0n ? 1 : 0} ${text}`;
}

export function and_(a: int, b: int): int {
  return as_int(BigInt(a) & BigInt(b));
}

export function or_(a: int, b: int): int {
  return as_int(BigInt(a) | BigInt(b));
}

export function xor(a: int, b: int): int {
  return as_int(BigInt(a) ^ BigInt(b));
}

export function invert(a: int): int {
  return as_int(~BigInt(a));
}
