// a & b, a | b, a ^ b, a << b, a >> b, ~a: two's complement without end, as Python's ints have it.
import type { Dynamic } from "../dynamic.ts";
import { MemoryError, OverflowError, ValueError } from "../exceptions/hierarchy.ts";
import { as_int } from "../int.ts";
import { binary, type Operator } from "./dispatch.ts";
import { union_of } from "./union-type.ts";

/** `a & b`. TypeError where it has no meaning. */
export function and_(a: number, b: number): number;
export function and_(a: boolean, b: boolean): boolean;
export function and_(a: unknown, b: unknown): Dynamic;
export function and_(a: unknown, b: unknown): Dynamic {
  if (is_int32(a) && is_int32(b)) return a & b;
  return typeof a === "boolean" && typeof b === "boolean" ? a && b : binary(a, b, AND);
}

/** `a | b`. TypeError where it has no meaning. */
export function or_(a: number, b: number): number;
export function or_(a: boolean, b: boolean): boolean;
export function or_(a: unknown, b: unknown): Dynamic;
export function or_(a: unknown, b: unknown): Dynamic {
  if (is_int32(a) && is_int32(b)) return a | b;
  return typeof a === "boolean" && typeof b === "boolean" ? a || b : binary(a, b, OR);
}

/** `a ^ b`. TypeError where it has no meaning. */
export function xor(a: number, b: number): number;
export function xor(a: boolean, b: boolean): boolean;
export function xor(a: unknown, b: unknown): Dynamic;
export function xor(a: unknown, b: unknown): Dynamic {
  if (is_int32(a) && is_int32(b)) return a ^ b;
  return typeof a === "boolean" && typeof b === "boolean" ? a !== b : binary(a, b, XOR);
}

/** `a << b`. ValueError for a negative count; TypeError where it has no meaning. */
export function lshift(a: number, b: number): number;
export function lshift(a: unknown, b: unknown): Dynamic;
export function lshift(a: unknown, b: unknown): Dynamic {
  if (is_int32(a) && is_int32(b) && b >= 0 && b <= 20) return a * 2 ** b;
  return binary(a, b, LSHIFT);
}

/** `a >> b`. ValueError for a negative count; TypeError where it has no meaning. */
export function rshift(a: number, b: number): number;
export function rshift(a: unknown, b: unknown): Dynamic;
export function rshift(a: unknown, b: unknown): Dynamic {
  if (is_int32(a) && is_int32(b) && b >= 0) return a >> Math.min(b, 31);
  if (Number.isInteger(a) && is_int32(b) && b >= 0 && b <= EXACT) return quotient(a as number, b);
  return binary(a, b, RSHIFT);
}

export const AND: Operator = {
  symbol: "&",
  method: "__and__",
  reflected: "__rand__",
  integers: (a, b) => by_halves(a, b, (x, y) => x & y) ?? as_int(BigInt(a) & BigInt(b)),
};

export const OR: Operator = {
  symbol: "|",
  method: "__or__",
  reflected: "__ror__",
  integers: (a, b) => by_halves(a, b, (x, y) => x | y) ?? as_int(BigInt(a) | BigInt(b)),
  others: union_of,
};

export const XOR: Operator = {
  symbol: "^",
  method: "__xor__",
  reflected: "__rxor__",
  integers: (a, b) => by_halves(a, b, (x, y) => x ^ y) ?? as_int(BigInt(a) ^ BigInt(b)),
};

export const LSHIFT: Operator = {
  symbol: "<<",
  method: "__lshift__",
  reflected: "__rlshift__",
  integers: shift_left,
};

export const RSHIFT: Operator = {
  symbol: ">>",
  method: "__rshift__",
  reflected: "__rrshift__",
  integers: shift_right,
};

const HALF = 2 ** 32;

/** Of safe ints: the upper bits and the lower 32 apart, as two's complement has them; `null` for others. */
function by_halves(
  a: number | bigint,
  b: number | bigint,
  operate: (a: number, b: number) => number,
): number | null {
  if (typeof a === "bigint" || typeof b === "bigint") return null;
  const result =
    operate(Math.floor(a / HALF), Math.floor(b / HALF)) * HALF + (operate(a | 0, b | 0) >>> 0);
  return Number.isSafeInteger(result) ? result : null;
}

const MAX_BITS = 2 ** 30;

function shift_left(a: number | bigint, count: number | bigint): number {
  if (count < 0) throw new ValueError("negative shift count");
  if (a === 0) return 0;
  if (typeof count === "bigint") throw new OverflowError("too many digits in integer");
  if (count > MAX_BITS) throw new MemoryError();
  return as_int(BigInt(a) << BigInt(count));
}

function shift_right(a: number | bigint, count: number | bigint): number {
  if (count < 0) throw new ValueError("negative shift count");
  if (count > MAX_BITS) return a < 0 ? -1 : 0;
  if (typeof a === "number" && count <= EXACT) return quotient(a, Number(count));
  return as_int(BigInt(a) >> BigInt(count));
}

const EXACT = 64;

/** A quotient by a power of two is exact, as long as it is no tiny one. */
function quotient(a: number, count: number): number {
  return Math.floor(a / 2 ** count);
}

function is_int32(value: unknown): value is number {
  return typeof value === "number" && (value | 0) === value;
}
