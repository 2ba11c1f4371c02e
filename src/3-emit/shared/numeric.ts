// Values where only their number counts: operands of comparisons and of float arithmetic, of `.2f`; there 2.0 may as well be 2.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { safe_range } from "./kinds.ts";
import { numeric_operator } from "./operators.ts";

/** May still be a Float object, which JavaScript's operators take for its number. */
export function numeric(node: ast.Expression, emit: Emit): target.Expression {
  if (node.tag === "Constant" && node.value.type === "float")
    return build.from(node, build.number(node.value.value));
  if (node.tag === "UnaryOp" && emit.facts.floats.is_arithmetic(node))
    return node.op === "UAdd"
      ? numeric(node.operand, emit)
      : build.from(node, build.unary("-", numeric(node.operand, emit)));
  if (node.tag === "BinOp") {
    const calculated = calculation(node, emit);
    if (calculated !== null) return build.from(node, calculated);
  }
  return emit.unboxed(node);
}

/** The value of a float expression as a number that is certainly no object. */
export function plain_number(node: ast.Expression, emit: Emit): target.Expression {
  const { floats } = emit.facts;
  if (node.tag === "Constant" || floats.is_plain(node) || floats.is_arithmetic(node))
    return numeric(node, emit);
  if (node.tag === "IfExp") {
    const test = emit.test(node.test);
    const either = build.conditional(
      test,
      plain_number(node.body, emit),
      plain_number(node.orelse, emit),
    );
    return build.from(node, either);
  }
  return build.call(build.identifier("Number"), [emit.unboxed(node)]);
}

/** What is stored in a place: the number alone where the place keeps just that. */
export function stored_in(
  to: ast.Expression,
  value: ast.Expression,
  emit: Emit,
): target.Expression {
  return emit.facts.floats.is_plain(to) ? plain_number(value, emit) : emit.expression(value);
}

/** Whether a calculation reads a place that keeps plain numbers: then its operators are JavaScript's. */
export function reads_plain(node: ast.Expression, emit: Emit): boolean {
  const { floats } = emit.facts;
  if (node.tag === "BinOp" && floats.is_arithmetic(node))
    return reads_plain(node.left, emit) || reads_plain(node.right, emit);
  if (node.tag === "UnaryOp" && floats.is_arithmetic(node)) return reads_plain(node.operand, emit);
  return floats.is_plain(node);
}

function calculation(node: ast.BinOp, emit: Emit): target.Expression | null {
  const { left, right } = node;
  const operator = numeric_operator(node, emit);
  if (operator !== null) return build.binary(operator, numeric(left, emit), numeric(right, emit));
  if (!emit.facts.floats.is_arithmetic(node)) return null;
  if (node.op === "Pow") return power(numeric(left, emit), right, emit);
  return quotient(numeric(left, emit), right, emit);
}

/** `a ** b`, which is a float only where no complex number may come of it; the root then is one of what is not negative. */
function power(base: target.Expression, exponent: ast.Expression, emit: Emit): target.Expression {
  if (
    exponent.tag === "Constant" &&
    exponent.value.type === "float" &&
    exponent.value.value === 0.5
  )
    return build.method_call(build.identifier("Math"), "sqrt", [base]);
  return build.call(emit.builtin("raised"), [base, numeric(exponent, emit)]);
}

/** `a / b` with Python's error where b is zero. */
export function quotient(
  left: target.Expression,
  right: ast.Expression,
  emit: Emit,
): target.Expression {
  const divisor = numeric(right, emit);
  const range = safe_range(right, emit);
  if (range !== null && (range.min > 0 || range.max < 0)) return build.binary("/", left, divisor);
  return build.call(emit.builtin("divide"), [left, divisor]);
}
