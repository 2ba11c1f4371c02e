// a or b → a || b where JavaScript's truth is Python's, bool(a) ? a : b otherwise
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { type_of } from "../shared/kinds.ts";
import { once } from "../shared/once.ts";
import { is_native_truth, literal_truth, truth } from "../shared/truth.ts";

/** The value is that of the operand which decides. */
export function bool_op(node: ast.BoolOp, emit: Emit): target.Expression {
  const operator = node.op === "And" ? "&&" : "||";
  const last = node.values.at(-1);
  if (last === undefined) return build.null_();
  return node.values
    .slice(0, -1)
    .reduceRight<target.Expression>(
      (rest, value) => joined(value, operator, rest, emit),
      emit.expression(last),
    );
}

function joined(
  value: ast.Expression,
  operator: "&&" | "||",
  rest: target.Expression,
  emit: Emit,
): target.Expression {
  // TypeScript takes a literal here for a mistake.
  const literal = literal_truth(value);
  if (literal !== null) return literal === (operator === "&&") ? rest : emit.expression(value);
  const type = type_of(value, emit);
  if (is_native_truth(type, emit.facts))
    return left_leaning(operator, emit.expression(value), rest);
  const { first, again } = once(value, "value", emit);
  const test = truth(first, type, emit);
  return operator === "&&"
    ? build.conditional(test, rest, again)
    : build.conditional(test, again, rest);
}

/** `a && (b && c)` as `(a && b) && c`, which prints without parentheses. */
function left_leaning(
  operator: "&&" | "||",
  left: target.Expression,
  right: target.Expression,
): target.Expression {
  if (right.kind !== "Binary" || right.operator !== operator)
    return build.binary(operator, left, right);
  return build.binary(operator, left_leaning(operator, left, right.left), right.right);
}
