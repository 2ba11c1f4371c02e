// not x → !x;   -x → -x for a number that is safely known, neg(x) otherwise
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { BuiltinName, Emit } from "../emit.ts";
import { is_int, safe_range } from "../shared/kinds.ts";
import { own_unary } from "../shared/own-operator.ts";
import { numeric, reads_plain } from "../shared/numeric.ts";

const HELPERS: Readonly<Record<Exclude<ast.UnaryOperator, "Not">, BuiltinName>> = {
  USub: "neg",
  UAdd: "pos",
  Invert: "invert",
};

export function unary_op(node: ast.UnaryOp, emit: Emit): target.Expression {
  const { op, operand } = node;
  if (op === "Not") return negated(emit.test(operand));
  if (emit.facts.floats.is_arithmetic(node) && reads_plain(node, emit))
    return build.call(emit.builtin("as_float"), [numeric(node, emit)]);
  if (operand.tag === "Constant") {
    const literal = negative_literal(op, operand, emit);
    if (literal !== null) return literal;
  }
  const emitted = emit.expression(operand);
  const range = safe_range(operand, emit);
  if (op === "UAdd" && is_int(operand, emit)) return emitted;
  // Negating a zero natively would give JavaScript's minus zero.
  if (op === "USub" && range !== null && (range.min > 0 || range.max < 0))
    return build.unary("-", emitted);
  if (op === "Invert" && range !== null && range.min >= -(2 ** 31) && range.max < 2 ** 31)
    return build.unary("~", emitted);
  return own_unary(op, operand, emitted, emit) ?? build.call(emit.builtin(HELPERS[op]), [emitted]);
}

/** `!(xs.length > 0)` reads better as `xs.length === 0`. */
function negated(test: target.Expression): target.Expression {
  const is_count =
    test.kind === "Binary" &&
    test.operator === ">" &&
    test.left.kind === "Member" &&
    (test.left.property === "length" || test.left.property === "size") &&
    test.right.kind === "NumberLiteral" &&
    test.right.value === 0;
  return is_count ? { ...test, operator: "===" } : build.not(test);
}

/** `-1`, `-1.0`: literals to a reader. */
function negative_literal(
  op: Exclude<ast.UnaryOperator, "Not">,
  operand: ast.Constant,
  emit: Emit,
): target.Expression | null {
  const { value } = operand;
  if (op !== "USub") return null;
  if (value.type === "int") {
    const number = Number(value.value);
    if (number === 0) return build.number(0);
    if (Number.isSafeInteger(number)) return build.number(-number);
    return build.call(emit.builtin("int"), [build.string(`-${value.value}`)]);
  }
  if (value.type !== "float" || value.value === 0) return null;
  if (!Number.isInteger(value.value)) return build.number(-value.value);
  return build.call(emit.builtin("float"), [build.number(-value.value)]);
}
