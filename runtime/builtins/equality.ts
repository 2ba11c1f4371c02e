// == and `is`: numbers across their kinds, lists and tuples by their items, all else by its own __eq__.
import type { Dynamic } from "./dynamic.ts";
import { Float } from "./float.ts";
import { method_key } from "./method-key.ts";
import { NotImplemented } from "./not-implemented.ts";
import { unboxed } from "./unboxed.ts";
import { truth } from "./truth.ts";
import { Tuple } from "./tuple.ts";

/** `a == b`. A class's own `__eq__` may return anything; built-in values give a bool. */
export function eq(a: unknown, b: unknown): boolean {
  if (typeof a === "object" || typeof b === "object") return eq_objects(a, b);
  if (a === b) return true;
  if (typeof a === "function" && typeof b === "function") return method_key(a) === method_key(b);
  return typeof a !== typeof b && eq_primitives(a, b);
}

/** `a != b`: a class's own `__ne__`, else the contrary of `==`. */
export function ne(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" && typeof b !== "object") return !eq(a, b);
  if (method(a, "__ne__") === null && method(b, "__ne__") === null) return !truth(eq(a, b));
  const [first, second] = is_subclass_instance(b, a) ? [b, a] : [a, b];
  const result = differs(first, second);
  if (result !== NotImplemented) return result;
  const reflected = differs(second, first);
  return reflected === NotImplemented ? !is_(a, b) : reflected;
}

/** `a.__ne__(b)`: where the class has none, what its `__eq__` does not say. */
function differs(a: unknown, b: unknown): Dynamic {
  const own = method(a, "__ne__");
  if (own !== null) return own.call(a, b);
  const equal: Dynamic = method(a, "__eq__")?.call(a, b) ?? NotImplemented;
  return equal === NotImplemented ? equal : !truth(equal);
}

/** `a is b`. */
export function is_(a: unknown, b: unknown): boolean {
  return a === b || (a == null && b == null) || (a !== a && b !== b);
}

/** How containers compare their items: the same object, or equal. */
export function same_item(a: unknown, b: unknown): boolean {
  return is_(a, b) || truth(eq(a, b));
}

/** Two primitives of different JavaScript types. */
function eq_primitives(a: unknown, b: unknown): boolean {
  // Between number, bigint and boolean JavaScript's loose equality is exact.
  return is_numeric(a) && is_numeric(b) && a == b; // oxlint-disable-line eqeqeq -- see above
}

function is_numeric(value: unknown): value is number | bigint | boolean {
  const type = typeof value;
  return type === "number" || type === "bigint" || type === "boolean";
}

function eq_objects(a: unknown, b: unknown): boolean {
  const x = a instanceof Float ? a.valueOf() : a;
  const y = b instanceof Float ? b.valueOf() : b;
  if (typeof x === "number" && typeof y === "number") return x === y;
  if (a == null && b == null) return true;
  const left = method(a, "__eq__");
  const right = method(b, "__eq__");
  if (left !== null || right !== null) return eq_by_methods(a, left, b, right);
  if (Array.isArray(a) && Array.isArray(b)) return eq_arrays(a, b);
  const plain_a = unboxed(a);
  const plain_b = unboxed(b);
  if (!is_(plain_a, a) || !is_(plain_b, b)) return eq(plain_a, plain_b);
  return a === b;
}

function eq_by_methods(a: unknown, left: Method | null, b: unknown, right: Method | null): boolean {
  if (right !== null && left !== right && is_subclass_instance(b, a)) {
    const result: Dynamic = right.call(b, a);
    if (result !== NotImplemented) return result;
    right = null;
  }
  if (left !== null) {
    const result: Dynamic = left.call(a, b);
    if (result !== NotImplemented) return result;
  }
  if (right !== null) {
    const result: Dynamic = right.call(b, a);
    if (result !== NotImplemented) return result;
  }
  return a === b;
}

function eq_arrays(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a instanceof Tuple !== b instanceof Tuple) return false;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) {
    if (!same_item(a[index], b[index])) return false;
  }
  return true;
}

type Method = (...args: Dynamic[]) => Dynamic;

function method(value: Dynamic, name: string): Method | null {
  if (typeof value !== "object" || value === null) return null;
  const found: unknown = value[name];
  return typeof found === "function" ? (found as Method) : null;
}

/** Whether b's class is a proper subclass of a's, so that its method comes first. */
export function is_subclass_instance(b: Dynamic, a: Dynamic): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return false;
  return (
    b.constructor !== a.constructor &&
    typeof a.constructor === "function" &&
    b instanceof a.constructor
  );
}
