// <, <=, >, >=: numbers, strings by code points, lists and tuples item by item, all else by its own methods.
import type { Dynamic } from "./dynamic.ts";
import { is_subclass_instance, same_item } from "./equality.ts";
import { TypeError } from "./exceptions/hierarchy.ts";
import { Float } from "./float.ts";
import { NotImplemented } from "./not-implemented.ts";
import { unboxed } from "./unboxed.ts";
import { compare_text } from "./text/compare.ts";
import { Tuple } from "./tuple.ts";
import { type_name } from "./type-name.ts";

/** `a < b`. TypeError where the two have no order. */
export function lt(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") return a < b;
  return compare(a, b, LT);
}

/** `a <= b`. TypeError where the two have no order. */
export function le(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") return a <= b;
  return compare(a, b, LE);
}

/** `a > b`. TypeError where the two have no order. */
export function gt(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") return a > b;
  return compare(a, b, GT);
}

/** `a >= b`. TypeError where the two have no order. */
export function ge(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") return a >= b;
  return compare(a, b, GE);
}

interface Order {
  readonly symbol: string;
  readonly method: string;
  readonly reflected: string;
  /** The result for a left operand that is smaller (-1), equal (0) or greater (1). */
  readonly holds: (order: number) => boolean;
  readonly numbers: (a: Numeric, b: Numeric) => boolean;
}

type Numeric = number | bigint | boolean;

const LT: Order = {
  symbol: "<",
  method: "__lt__",
  reflected: "__gt__",
  holds: (order) => order < 0,
  numbers: (a, b) => a < b,
};
const LE: Order = {
  symbol: "<=",
  method: "__le__",
  reflected: "__ge__",
  holds: (order) => order <= 0,
  numbers: (a, b) => a <= b,
};
const GT: Order = {
  symbol: ">",
  method: "__gt__",
  reflected: "__lt__",
  holds: (order) => order > 0,
  numbers: (a, b) => a > b,
};
const GE: Order = {
  symbol: ">=",
  method: "__ge__",
  reflected: "__le__",
  holds: (order) => order >= 0,
  numbers: (a, b) => a >= b,
};

function compare(a: Dynamic, b: Dynamic, order: Order): boolean {
  if (is_plain_tuple(a) && is_plain_tuple(b)) return compare_arrays(a, b, order);
  if (typeof a === "string" && typeof b === "string") return order.holds(compare_text(a, b));
  const x: unknown = a instanceof Float ? a.valueOf() : a;
  const y: unknown = b instanceof Float ? b.valueOf() : b;
  if (typeof x === "number" && typeof y === "number") return order.numbers(x, y);
  const by_method = compare_by_methods(a, b, order);
  if (by_method !== NotImplemented) return by_method;
  const plain_a = unboxed(a);
  const plain_b = unboxed(b);
  if (is_numeric(plain_a) && is_numeric(plain_b)) return order.numbers(plain_a, plain_b);
  if (typeof plain_a === "string" && typeof plain_b === "string") {
    return order.holds(compare_text(plain_a, plain_b));
  }
  if (Array.isArray(a) && Array.isArray(b) && a instanceof Tuple === b instanceof Tuple) {
    return compare_arrays(a, b, order);
  }
  throw new TypeError(
    `'${order.symbol}' not supported between instances of '${type_name(a)}' and '${type_name(b)}'`,
  );
}

function compare_by_methods(a: Dynamic, b: Dynamic, order: Order): Dynamic {
  const left = has_method(a, order.method);
  let right = has_method(b, order.reflected);
  if (right && is_subclass_instance(b, a)) {
    const result: Dynamic = b[order.reflected](a);
    if (result !== NotImplemented) return result;
    right = false;
  }
  if (left) {
    const result: Dynamic = a[order.method](b);
    if (result !== NotImplemented) return result;
  }
  return right ? b[order.reflected](a) : NotImplemented;
}

function compare_arrays(a: readonly unknown[], b: readonly unknown[], order: Order): boolean {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    if (!same_item(a[index], b[index])) return rich(a[index], b[index], order);
  }
  return order.holds(a.length - b.length);
}

function rich(a: unknown, b: unknown, order: Order): boolean {
  if (typeof a === "number" && typeof b === "number") return order.numbers(a, b);
  return compare(a, b, order);
}

/** Also spared the search for methods: tuples are compared in great numbers. */
function is_plain_tuple(value: unknown): value is Tuple {
  return value instanceof Tuple && value.constructor === Tuple;
}

function has_method(value: Dynamic, name: string): boolean {
  return typeof value === "object" && value !== null && typeof value[name] === "function";
}

function is_numeric(value: unknown): value is Numeric {
  const type = typeof value;
  return type === "number" || type === "bigint" || type === "boolean";
}
