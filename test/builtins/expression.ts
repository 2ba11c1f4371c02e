// Expressions in two forms: Python's text, and the same thing done with our functions.
import * as builtins from "../../runtime/builtins/index.ts";
import type { Dynamic } from "../../runtime/builtins/index.ts";

export interface Expression {
  readonly source: string;
  readonly value: () => Dynamic;
}

/** What our side gives, in the form in which evaluate.py tells CPython's. */
export function outcome(expression: Expression): string {
  try {
    return builtins.repr(expression.value());
  } catch (thrown) {
    const error = builtins.as_exception(thrown);
    return `${(error.constructor as Dynamic).__name__}: ${builtins.str(error)}`;
  }
}

/** A value that both sides can be given. */
export function literal(value: Dynamic): Expression {
  return { source: python_literal(value), value: () => value };
}

export function binary(
  symbol: string,
  apply: (a: Dynamic, b: Dynamic) => Dynamic,
  a: Expression,
  b: Expression,
): Expression {
  return {
    source: `((${a.source}) ${symbol} (${b.source}))`,
    value: () => apply(a.value(), b.value()),
  };
}

/** `name(…args)`. */
export function call(
  name: string,
  apply: (...args: Dynamic[]) => Dynamic,
  ...args: readonly Expression[]
): Expression {
  return {
    source: `${name}(${args.map(({ source }) => source).join(", ")})`,
    value: () => apply(...args.map(({ value }) => value())),
  };
}

/** `receiver.name(…args)`; `apply` gets the receiver first. */
export function method(
  name: string,
  apply: (...args: Dynamic[]) => Dynamic,
  receiver: Expression,
  ...args: readonly Expression[]
): Expression {
  return {
    source: `(${receiver.source}).${name}(${args.map(({ source }) => source).join(", ")})`,
    value: () => apply(receiver.value(), ...args.map(({ value }) => value())),
  };
}

/** Text that Python reads as that value; every character beyond printable ASCII escaped. */
function python_literal(value: Dynamic): string {
  if (typeof value === "number" && Number.isNaN(value)) return 'float("nan")';
  if (value === Infinity) return 'float("inf")';
  if (value === -Infinity) return 'float("-inf")';
  return builtins.ascii(value);
}
