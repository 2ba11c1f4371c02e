// Floats that are never negative, as the text shows: squares, absolute values, and sums and products of such.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Inference } from "./inference.ts";
import { int_range } from "./operators.ts";

/** NaN counts as not negative: its powers are floats as well. */
export function is_never_negative(node: ast.Expression, inference: Inference): boolean {
  const range = int_range(inference.last(node));
  if (range !== null) return range.min >= 0;
  switch (node.tag) {
    case "Constant":
      return node.value.type === "float" && node.value.value >= 0;
    case "BinOp":
      if (node.op === "Mult" && is_same_name(node.left, node.right)) return true;
      if (node.op === "Pow" && is_even(node.right)) return is_float(node.left, inference);
      return (
        (node.op === "Add" || node.op === "Mult" || node.op === "Div") &&
        is_never_negative(node.left, inference) &&
        is_never_negative(node.right, inference)
      );
    case "Call":
      return node.func.tag === "Name" && node.func.id === "abs" && is_builtin(node.func, inference);
    default:
      return false;
  }
}

function is_same_name(left: ast.Expression, right: ast.Expression): boolean {
  return left.tag === "Name" && right.tag === "Name" && left.id === right.id;
}

function is_even(node: ast.Expression): boolean {
  return node.tag === "Constant" && node.value.type === "int" && node.value.value % 2n === 0n;
}

function is_float(node: ast.Expression, inference: Inference): boolean {
  return inference.last(node).type === "float";
}

function is_builtin(node: ast.Name, { module }: Inference): boolean {
  return module.scopes.resolve(node).kind === "builtin";
}
