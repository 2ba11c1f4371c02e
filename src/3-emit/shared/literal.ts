// Expressions that are the same whenever and however often they are evaluated.
import type * as ast from "../../../grammar/ast/index.ts";

/** Numbers, strings, `True`, `None`, and sums and products of numbers. */
export function is_constant(node: ast.Expression): boolean {
  switch (node.tag) {
    case "Constant":
      return true;
    case "UnaryOp":
    case "BinOp":
      return is_number(node);
    default:
      return false;
  }
}

/** `-1`, `60 * 60`: an operator whose operands are such that it can't raise. */
function is_number(node: ast.Expression): boolean {
  switch (node.tag) {
    case "Constant":
      return node.value.type === "int" || node.value.type === "float";
    case "UnaryOp":
      return (node.op === "USub" || node.op === "UAdd") && is_number(node.operand);
    case "BinOp":
      if (!is_number(node.left) || !is_number(node.right)) return false;
      return node.op === "Add" || node.op === "Sub" || node.op === "Mult" || is_by_small(node);
    default:
      return false;
  }
}

/** `2 ** 20`, `1 / 3`. */
function is_by_small({ op, left, right }: ast.BinOp): boolean {
  if (right.tag !== "Constant" || right.value.type !== "int") return false;
  if (right.value.value < 1n || right.value.value > 64n) return false;
  if (op === "Pow") return left.tag === "Constant" && left.value.type === "int";
  return op === "Div" || op === "FloorDiv" || op === "Mod";
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
