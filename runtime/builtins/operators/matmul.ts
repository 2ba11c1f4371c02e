// a @ b: only classes that define it.
import type { Dynamic } from "../dynamic.ts";
import { binary, type Operator } from "./dispatch.ts";

/** `a @ b`. TypeError where it has no meaning. */
export function matmul(a: unknown, b: unknown): Dynamic {
  return binary(a, b, MATMUL);
}

export const MATMUL: Operator = { symbol: "@", method: "__matmul__", reflected: "__rmatmul__" };
