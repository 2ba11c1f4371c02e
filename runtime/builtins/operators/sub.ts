// a - b
import type { Dynamic } from "../dynamic.ts";
import { as_float, quick_double } from "../float.ts";
import { as_int } from "../int.ts";
import { binary, type Operator } from "./dispatch.ts";

/** `a - b`. TypeError where the two can't be subtracted. */
export function sub(a: number, b: number): number;
export function sub(a: unknown, b: unknown): Dynamic;
export function sub(a: unknown, b: unknown): Dynamic {
  if (typeof a === "number" && typeof b === "number") {
    // Small ints first: short enough for the engine to put it where it is called.
    return (a | 0) === a && (b | 0) === b ? a - b : sub_numbers(a, b);
  }
  if (typeof a === "bigint" && typeof b === "bigint") return as_int(a - b);
  const x = quick_double(a);
  const y = quick_double(b);
  // One is a Float: two numbers have been seen to.
  if (!Number.isNaN(x) && !Number.isNaN(y)) return as_float(x - y);
  return binary(a, b, SUB);
}

function sub_numbers(a: number, b: number): number {
  const difference = a - b;
  if (!Number.isInteger(a) || !Number.isInteger(b)) return as_float(difference);
  return Number.isSafeInteger(difference) ? difference : as_int(BigInt(a) - BigInt(b));
}

export const SUB: Operator = {
  symbol: "-",
  method: "__sub__",
  reflected: "__rsub__",
  integers: (a, b) => as_int(BigInt(a) - BigInt(b)),
  floats: (a, b) => a - b,
};
