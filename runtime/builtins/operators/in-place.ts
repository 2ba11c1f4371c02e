// a += b and the other augmented assignments: the value to assign, changed in place where the type can.
import type { Dynamic } from "../dynamic.ts";
import { iter } from "../iteration/iter.ts";
import { NotImplemented } from "../not-implemented.ts";
import { Tuple } from "../tuple.ts";
import { add, ADD } from "./add.ts";
import { AND, LSHIFT, OR, RSHIFT, XOR } from "./bitwise.ts";
import { repetitions } from "./concatenate.ts";
import { binary, has_method, type Operator } from "./dispatch.ts";
import { FLOORDIV } from "./floordiv.ts";
import { MATMUL } from "./matmul.ts";
import { MOD } from "./mod.ts";
import { mul, MUL } from "./mul.ts";
import { POW } from "./pow.ts";
import { sub, SUB } from "./sub.ts";
import { TRUEDIV } from "./truediv.ts";

/** `a += b`: the new value of `a`. A list is extended by any iterable. */
export function iadd(a: number, b: number): number;
export function iadd(a: string, b: string): string;
export function iadd<T>(a: T[], b: Iterable<T>): T[];
export function iadd(a: unknown, b: unknown): Dynamic;
export function iadd(a: Dynamic, b: Dynamic): Dynamic {
  if (typeof a === "number" && typeof b === "number") return add(a, b);
  if (typeof a === "string" && typeof b === "string") return a + b;
  if (Array.isArray(a) && !(a instanceof Tuple) && !has_method(a, "__iadd__"))
    return extended(a, b);
  return in_place(a, b, ADD, "__iadd__");
}

/** `a -= b`: the new value of `a`. */
export function isub(a: number, b: number): number;
export function isub(a: unknown, b: unknown): Dynamic;
export function isub(a: Dynamic, b: Dynamic): Dynamic {
  if (typeof a === "number" && typeof b === "number") return sub(a, b);
  return in_place(a, b, SUB, "__isub__");
}

/** `a *= b`: the new value of `a`. A list repeats itself. */
export function imul(a: number, b: number): number;
export function imul<T>(a: T[], b: number): T[];
export function imul(a: string, b: number): string;
export function imul(a: unknown, b: unknown): Dynamic;
export function imul(a: Dynamic, b: Dynamic): Dynamic {
  if (typeof a === "number" && typeof b === "number") return mul(a, b);
  if (Array.isArray(a) && !(a instanceof Tuple) && !has_method(a, "__imul__"))
    return multiplied(a, b);
  return in_place(a, b, MUL, "__imul__");
}

/** `a /= b`: the new value of `a`. */
export function itruediv(a: number, b: number): number;
export function itruediv(a: unknown, b: unknown): Dynamic;
export function itruediv(a: unknown, b: unknown): Dynamic {
  return in_place(a, b, TRUEDIV, "__itruediv__");
}

/** `a //= b`: the new value of `a`. */
export function ifloordiv(a: number, b: number): number;
export function ifloordiv(a: unknown, b: unknown): Dynamic;
export function ifloordiv(a: unknown, b: unknown): Dynamic {
  return in_place(a, b, FLOORDIV, "__ifloordiv__");
}

/** `a %= b`: the new value of `a`. */
export function imod(a: number, b: number): number;
export function imod(a: string, b: unknown): string;
export function imod(a: unknown, b: unknown): Dynamic;
export function imod(a: unknown, b: unknown): Dynamic {
  return in_place(a, b, MOD, "__imod__");
}

/** `a **= b`: the new value of `a`. */
export function ipow(a: number, b: number): number;
export function ipow(a: unknown, b: unknown): Dynamic;
export function ipow(a: unknown, b: unknown): Dynamic {
  return in_place(a, b, POW, "__ipow__", "**=");
}

/** `a @= b`: the new value of `a`. */
export function imatmul(a: unknown, b: unknown): Dynamic {
  return in_place(a, b, MATMUL, "__imatmul__");
}

/** `a &= b`: the new value of `a`. */
export function iand(a: number, b: number): number;
export function iand(a: unknown, b: unknown): Dynamic;
export function iand(a: unknown, b: unknown): Dynamic {
  return in_place(a, b, AND, "__iand__");
}

/** `a |= b`: the new value of `a`. */
export function ior(a: number, b: number): number;
export function ior(a: unknown, b: unknown): Dynamic;
export function ior(a: unknown, b: unknown): Dynamic {
  return in_place(a, b, OR, "__ior__");
}

/** `a ^= b`: the new value of `a`. */
export function ixor(a: number, b: number): number;
export function ixor(a: unknown, b: unknown): Dynamic;
export function ixor(a: unknown, b: unknown): Dynamic {
  return in_place(a, b, XOR, "__ixor__");
}

/** `a <<= b`: the new value of `a`. */
export function ilshift(a: number, b: number): number;
export function ilshift(a: unknown, b: unknown): Dynamic;
export function ilshift(a: unknown, b: unknown): Dynamic {
  return in_place(a, b, LSHIFT, "__ilshift__");
}

/** `a >>= b`: the new value of `a`. */
export function irshift(a: number, b: number): number;
export function irshift(a: unknown, b: unknown): Dynamic;
export function irshift(a: unknown, b: unknown): Dynamic {
  return in_place(a, b, RSHIFT, "__irshift__");
}

function in_place(
  a: Dynamic,
  b: Dynamic,
  operator: Operator,
  method: string,
  symbol: string | undefined = undefined,
): Dynamic {
  if (has_method(a, method)) {
    const result = a[method](b);
    if (result !== NotImplemented) return result;
  }
  return binary(a, b, operator, symbol ?? `${operator.symbol}=`);
}

function extended(list: Dynamic[], items: Dynamic): Dynamic[] {
  const added: Dynamic[] = Array.isArray(items) ? items : [...iter(items)];
  const count = added.length;
  for (let index = 0; index < count; index++) list.push(added[index]);
  return list;
}

function multiplied(list: Dynamic[], times: unknown): Dynamic[] {
  const count = repetitions(times);
  const length = list.length;
  if (count === 0) list.length = 0;
  for (let round = 1; round < count; round++) {
    for (let index = 0; index < length; index++) list.push(list[index]);
  }
  return list;
}
