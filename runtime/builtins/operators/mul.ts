// a * b
import type { Dynamic } from "../dynamic.ts";
import { as_float, quick_double } from "../float.ts";
import { as_int } from "../int.ts";
import { repeated } from "./concatenate.ts";
import { binary, type Operator } from "./dispatch.ts";

/** `a * b`; repeats a sequence. TypeError where the two can't be multiplied. */
export function mul(a: number, b: number): number;
export function mul(a: string, b: number): string;
export function mul(a: number, b: string): string;
export function mul<T>(a: T[], b: number): T[];
export function mul<T>(a: number, b: T[]): T[];
export function mul(a: unknown, b: unknown): Dynamic;
export function mul(a: unknown, b: unknown): Dynamic {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    // Small ints first: short enough for the engine to put it where it is called.
    if ((a | 0) === a && (b | 0) === b) {
      const small = product | 0; // never -0, and an int to the engine as well
      if (small === product) return small;
      if (Number.isSafeInteger(product)) return product;
    }
    // The product of two ints is integral.
    return Number.isInteger(product) ? mul_numbers(a, b) : product;
  }
  if (typeof a === "bigint" && typeof b === "bigint") return as_int(a * b);
  const x = quick_double(a);
  const y = quick_double(b);
  // One is a Float: two numbers have been seen to.
  if (!Number.isNaN(x) && !Number.isNaN(y)) return as_float(x * y);
  return binary(a, b, MUL);
}

function mul_numbers(a: number, b: number): number {
  const product = a * b;
  if (!Number.isInteger(a) || !Number.isInteger(b)) return as_float(product);
  return Number.isSafeInteger(product) ? product + 0 : as_int(BigInt(a) * BigInt(b));
}

export const MUL: Operator = {
  symbol: "*",
  method: "__mul__",
  reflected: "__rmul__",
  integers: (a, b) => as_int(BigInt(a) * BigInt(b)),
  floats: (a, b) => a * b,
  others: repeated,
};
