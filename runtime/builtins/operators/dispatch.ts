// Binary operators on values that are not plain numbers: special methods, then sequences, then the TypeError.
import type { Dynamic } from "../dynamic.ts";
import { is_subclass_instance } from "../equality.ts";
import { TypeError } from "../exceptions/hierarchy.ts";
import { as_float, Float, quick_double } from "../float.ts";
import { NotImplemented } from "../not-implemented.ts";
import { float_value, int_to_double, integer_value } from "../numbers/kinds.ts";
import { type_name } from "../type-name.ts";

/** What one operator means, for the values its fast path does not know. */
export interface Operator {
  readonly symbol: string;
  readonly method: string;
  readonly reflected: string;
  readonly integers?: (a: number | bigint, b: number | bigint) => Dynamic;
  /** The doubles' result, still without its kind. */
  readonly floats?: (a: number, b: number) => number;
  /** Strings, lists, tuples; NotImplemented where the operator has no meaning for them. */
  readonly others?: (a: Dynamic, b: Dynamic) => Dynamic;
}

/** `a <operator> b`. TypeError, with `symbol` in it, when neither operand knows the other. */
export function binary(
  a: Dynamic,
  b: Dynamic,
  operator: Operator,
  symbol = operator.symbol,
): Dynamic {
  if (operator.integers !== undefined && is_integer(a) && is_integer(b))
    return operator.integers(a, b);
  if (operator.floats !== undefined && (a instanceof Float || b instanceof Float)) {
    const x = quick_double(a);
    const y = quick_double(b);
    if (!Number.isNaN(x) && !Number.isNaN(y)) return as_float(operator.floats(x, y));
  }
  if (has_method(a, operator.method) || has_method(b, operator.reflected)) {
    const result = by_methods(a, b, operator);
    if (result !== NotImplemented) return result;
  }
  const result = by_numbers(a, b, operator);
  if (result !== NotImplemented) return result;
  if (operator.others !== undefined) {
    const other = operator.others(a, b);
    if (other !== NotImplemented) return other;
  }
  throw new TypeError(
    `unsupported operand type(s) for ${symbol}: '${type_name(a)}' and '${type_name(b)}'`,
  );
}

function is_integer(value: unknown): value is number | bigint {
  return typeof value === "bigint" || Number.isInteger(value);
}

function by_methods(a: Dynamic, b: Dynamic, operator: Operator): Dynamic {
  const { method, reflected } = operator;
  let may_reflect =
    has_method(b, reflected) && !(b.constructor === a?.constructor && has_method(a, method));
  if (may_reflect && is_subclass_instance(b, a) && b[reflected] !== a[reflected]) {
    const result = b[reflected](a);
    if (result !== NotImplemented) return result;
    may_reflect = false;
  }
  if (has_method(a, method)) {
    const result = a[method](b);
    if (result !== NotImplemented) return result;
  }
  return may_reflect ? b[reflected](a) : NotImplemented;
}

function by_numbers(a: Dynamic, b: Dynamic, operator: Operator): Dynamic {
  const left = integer_value(a);
  const right = integer_value(b);
  if (left !== null && right !== null) {
    return operator.integers === undefined ? NotImplemented : operator.integers(left, right);
  }
  if (operator.floats === undefined) return NotImplemented;
  // An int that no double holds is an error only beside a float.
  const float_a = left === null ? float_value(a) : null;
  const float_b = right === null ? float_value(b) : null;
  if ((left === null && float_a === null) || (right === null && float_b === null))
    return NotImplemented;
  const x = left === null ? float_a : int_to_double(left);
  const y = right === null ? float_b : int_to_double(right);
  return x === null || y === null ? NotImplemented : as_float(operator.floats(x, y));
}

/** Whether a value's class (or a class's metaclass) has the special method. */
export function has_method(value: Dynamic, name: string): boolean {
  return typeof value === "object" && value !== null && typeof value[name] === "function";
}
