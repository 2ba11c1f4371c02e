// a + b
import type { Dynamic } from "../dynamic.ts";
import { as_float, quick_double } from "../float.ts";
import { as_int } from "../int.ts";
import { joined } from "./concatenate.ts";
import { binary, type Operator } from "./dispatch.ts";

/** `a + b`. TypeError where the two can't be added. */
export function add(a: number, b: number): number;
export function add(a: string, b: string): string;
export function add<T>(a: T[], b: T[]): T[];
export function add<A extends readonly unknown[], B extends readonly unknown[]>(
  a: A,
  b: B,
): unknown extends A ? Dynamic : readonly [...A, ...B];
export function add(a: unknown, b: unknown): Dynamic;
export function add(a: unknown, b: unknown): Dynamic {
  if (typeof a === "number" && typeof b === "number") {
    // Small ints first: short enough for the engine to put it where it is called.
    return (a | 0) === a && (b | 0) === b ? a + b : add_numbers(a, b);
  }
  if (typeof a === "string" && typeof b === "string") return a + b;
  if (typeof a === "bigint" && typeof b === "bigint") return as_int(a + b);
  const x = quick_double(a);
  const y = quick_double(b);
  // One is a Float: two numbers have been seen to.
  if (!Number.isNaN(x) && !Number.isNaN(y)) return as_float(x + y);
  return binary(a, b, ADD);
}

function add_numbers(a: number, b: number): number {
  const sum = a + b;
  if (!Number.isInteger(a) || !Number.isInteger(b)) return as_float(sum);
  return Number.isSafeInteger(sum) ? sum : as_int(BigInt(a) + BigInt(b));
}

export const ADD: Operator = {
  symbol: "+",
  method: "__add__",
  reflected: "__radd__",
  integers: (a, b) => as_int(BigInt(a) + BigInt(b)),
  floats: (a, b) => a + b,
  others: joined,
};
