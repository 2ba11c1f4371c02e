// a + b → a + b where proven the same, add(a, b) otherwise;   "%s" % x → `${x}`
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { fraction, is_fraction } from "../shared/fraction.ts";
import { is_a, safe_range, type_of } from "../shared/kinds.ts";
import { is_modular, modular } from "../shared/modular.ts";
import { HELPERS, is_floor_of_quotient, native_operator } from "../shared/operators.ts";
import { own_operator } from "../shared/own-operator.ts";
import { numeric, reads_plain } from "../shared/numeric.ts";
import { is_total } from "../shared/purity.ts";
import { wide_bits } from "../shared/wide-bits.ts";
import { percent_template } from "../shared/percent.ts";

export function bin_op(node: ast.BinOp, emit: Emit): target.Expression {
  const constant = fraction(node);
  if (constant !== null) return constant;
  const remainder = modular(node, emit);
  if (remainder !== null) return remainder;
  const chain = left_chain(node, emit);
  let [emitted, operand]: [target.Expression | null, ast.Expression] = [
    null,
    chain[0]?.left ?? node,
  ];
  if (emit.facts.floats.is_arithmetic(node) && reads_plain(node, emit))
    return build.call(emit.builtin("as_float"), [numeric(node, emit)]);
  // A sum of many terms leans to the left: a loop, not a recursion.
  for (const each of chain) {
    const left: target.Expression = emitted ?? emit.expression(operand);
    emitted = build.from(each, operation(each, left, emit));
    operand = each;
  }
  return emitted ?? emit.expression(operand);
}

/** The operation and those that are its left operands, innermost first. */
function left_chain(node: ast.BinOp, emit: Emit): readonly ast.BinOp[] {
  const chain = [node];
  let may_be_plain = true;
  for (let at = node.left; at.tag === "BinOp"; at = at.left) {
    if (may_be_plain && emit.facts.floats.is_arithmetic(at)) {
      if (reads_plain(at, emit)) break;
      may_be_plain = false;
    }
    if (is_modular(at, emit) || is_fraction(at)) break;
    chain.push(at);
  }
  return chain.reverse();
}

function operation(node: ast.BinOp, left: target.Expression, emit: Emit): target.Expression {
  const { op } = node;
  if (op === "Mod") {
    const template = percent_template(node, emit);
    if (template !== null) return template;
  }
  const known = emit.facts.ranges.of(node);
  const native = native_operator(op, node.left, node.right, emit, known);
  const right = emit.expression(node.right);
  if (native !== null) return build.binary(native, left, right);
  const wide = wide_bits(node, left, right, emit);
  if (wide !== null) return wide;
  if (is_floor_of_quotient(op, node.left, node.right, emit))
    return build.method_call(build.identifier("Math"), "floor", [build.binary("/", left, right)]);
  if (op === "Add" && is_a(node.left, emit, "list") && is_a(node.right, emit, "list"))
    return build.array([...spread(left), ...spread(right)]);
  if (
    op === "Mult" &&
    is_a(node.left, emit, "str") &&
    (safe_range(node.right, emit)?.min ?? -1) >= 0
  )
    return build.method_call(left, "repeat", [right]);
  if (op === "Mult") {
    const filled = filled_list(node, emit);
    if (filled !== null) return filled;
  }
  return (
    own_operator(op, [node.left, node.right], [left, right], emit) ??
    build.call(emit.builtin(HELPERS[op]), [left, right])
  );
}

/** `[x] * n` → `new Array<T>(n).fill(x)`, where n is no larger than what the engine makes at once. */
function filled_list(node: ast.BinOp, emit: Emit): target.Expression | null {
  const { left, right } = node;
  const [list, count] = left.tag === "List" ? [left, right] : [right, left];
  if (list.tag !== "List") return null;
  const [item, ...others] = list.elts;
  if (item === undefined || item.tag === "Starred" || others.length > 0) return null;
  const range = safe_range(count, emit);
  if (range === null || range.min < 0 || range.max > MADE_AT_ONCE) return null;
  const type = type_of(node, emit);
  if (type.type !== "list" || !is_total(item, emit)) return null;
  const made = build.new_(
    build.identifier("Array"),
    [emit.expression(count)],
    [emit.type(type.element)],
  );
  return build.method_call(made, "fill", [emit.expression(item)]);
}

const MADE_AT_ONCE = 2 ** 24;

/** The elements of a list display stand for themselves. */
function spread(list: target.Expression): readonly target.Element[] {
  return list.kind === "ArrayLiteral" ? list.elements : [build.spread(list)];
}
