// Expressions that are the same whenever and however often they are evaluated.
import type * as ast from "../../../grammar/ast/index.ts";

/** Numbers, strings, `True`, `None`, signs before numbers, and tuples of those. */
export function is_constant(node: ast.Expression): boolean {
  switch (node.tag) {
    case "Constant":
      return true;
    case "UnaryOp":
      return node.op !== "Not" && node.operand.tag === "Constant";
    case "BinOp":
      return is_constant(node.left) && is_constant(node.right);
    default:
      return false;
  }
}

/** `None`, as a literal. */
export function is_none(node: ast.Expression): boolean {
  return node.tag === "Constant" && node.value.type === "None";
}

/** `[]`, `{}`, `list()`, `dict()` …: what says nothing about its elements. */
export function is_empty_display(node: ast.Expression): boolean {
  switch (node.tag) {
    case "List":
    case "Tuple":
    case "Set":
      return node.elts.length === 0;
    case "Dict":
      return node.keys.length === 0;
    case "Call":
      return node.args.length === 0 && node.keywords.length === 0 && node.func.tag === "Name";
    default:
      return false;
  }
}
