// Expressions whose float JavaScript's operators calculate as Python does, whatever the representation of the operands.
import type * as ast from "../../../grammar/ast/index.ts";
import type { ModuleRecord } from "../program/records.ts";
import { Int } from "../types/values.ts";

/** Whether an item, which elsewhere is an object where it is integral, is a plain number. */
export type PlainTest = (node: ast.Expression) => boolean;

/** `a + b`, `a * 2`, `-a`, `a ** 0.5` with a float among the operands and no int that may be beyond 2**53. */
export function is_arithmetic(
  node: ast.Expression,
  module: ModuleRecord,
  is_plain: PlainTest,
): boolean {
  if (!is_float(node, module)) return false;
  if (node.tag === "UnaryOp")
    return node.op !== "Not" && is_operand(node.operand, module, is_plain);
  if (node.tag !== "BinOp" || !(is_native(node.op) || node.op === "Pow")) return false;
  const { left, right } = node;
  if (!is_operand(left, module, is_plain) || !is_operand(right, module, is_plain)) return false;
  if (is_float(left, module) || is_float(right, module)) return true;
  return node.op === "Div" && is_nonzero_int(right, module);
}

/** The quotient of two safe ints is rounded once in JavaScript too. */
function is_nonzero_int(node: ast.Expression, module: ModuleRecord): boolean {
  const type = module.types.get(node);
  return type instanceof Int && is_safe(type) && (type.range.min > 0 || type.range.max < 0);
}

export function is_native(op: ast.Operator): boolean {
  return op === "Add" || op === "Sub" || op === "Mult" || op === "Div";
}

/** Items of containers are often integral, and an object costs JavaScript's operators more than it costs ours. */
export function is_operand(
  node: ast.Expression,
  module: ModuleRecord,
  is_plain: PlainTest,
): boolean {
  if (is_float(node, module)) return !is_item(node, module) || is_plain(node);
  const type = module.types.get(node);
  return type instanceof Int && is_safe(type);
}

/** Read for its number: an operand, a side of a comparison. */
export function is_calculating(
  node: ast.Expression,
  parent: ast.Expression | ast.Statement | ast.Keyword | null,
  module: ModuleRecord,
): boolean {
  switch (parent?.tag) {
    case "BinOp":
    case "UnaryOp":
      return is_arithmetic(parent, module, () => true);
    case "Compare":
      return true;
    case "AugAssign":
      return parent.value === node && is_native(parent.op);
    default:
      return false;
  }
}

export function is_float(node: ast.Expression, module: ModuleRecord): boolean {
  return module.types.get(node)?.type === "float";
}

function is_item(node: ast.Expression, { scopes }: ModuleRecord): boolean {
  if (node.tag === "Subscript") return true;
  if (node.tag !== "Name") return false;
  const resolution = scopes.resolve(node);
  if (resolution.kind !== "binding") return true;
  const { scope, is_parameter } = resolution.binding;
  return scope.kind === "comprehension" && !is_parameter;
}

function is_safe({ range }: Int): boolean {
  return range.min >= Number.MIN_SAFE_INTEGER && range.max <= Number.MAX_SAFE_INTEGER;
}
