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
    case "Name":
      return is_name_never_negative(node, inference);
    case "Call":
      if (is_root(node.func, inference)) return true;
      if (node.func.tag !== "Name" || !is_builtin(node.func, inference)) return false;
      return node.func.id === "abs" || (node.func.id === "sum" && adds_squares(node, inference));
    default:
      return false;
  }
}

/** `sum(x * x for x in xs)`. */
function adds_squares({ args, keywords }: ast.Call, inference: Inference): boolean {
  const [items, ...others] = args;
  if (others.length > 0 || keywords.length > 0) return false;
  if (items?.tag !== "GeneratorExp" && items?.tag !== "ListComp") return false;
  return is_never_negative(items.elt, inference);
}

/** One that the unit itself defines, once. */
function is_name_never_negative(node: ast.Name, { module, unit }: Inference): boolean {
  const resolution = module.scopes.resolve(node);
  return resolution.kind === "binding" && unit.never_negative.get(resolution.binding) === true;
}

/** Those that give no -0.0, which has a root of another sign than its power. */
function is_root(func: ast.Expression, inference: Inference): boolean {
  const type = inference.last(func);
  return type.type === "runtime_function" && type.module === "math" && ROOTS.has(type.name);
}

const ROOTS: ReadonlySet<string> = new Set(["dist", "exp", "fabs", "hypot"]);

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
