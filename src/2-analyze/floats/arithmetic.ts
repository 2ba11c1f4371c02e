// Expressions whose float JavaScript's operators calculate as Python does, whatever the representation of the operands.
import type * as ast from "../../../grammar/ast/index.ts";
import type { ModuleRecord } from "../program/records.ts";
import { Int } from "../types/values.ts";

/** `a + b`, `a * 2`, `-a` with a float among the operands and no int that may be beyond 2**53. */
export function is_arithmetic(node: ast.Expression, module: ModuleRecord): boolean {
  if (module.types.get(node)?.type !== "float") return false;
  if (node.tag === "UnaryOp") return node.op !== "Not" && is_operand(node.operand, module);
  if (node.tag !== "BinOp" || !is_native(node.op)) return false;
  const { left, right } = node;
  if (!is_operand(left, module) || !is_operand(right, module)) return false;
  return is_float(left, module) || is_float(right, module);
}

export function is_native(op: ast.Operator): boolean {
  return op === "Add" || op === "Sub" || op === "Mult" || op === "Div";
}

/** Items of containers are often integral, and an object costs JavaScript's operators more than it costs ours. */
export function is_operand(node: ast.Expression, module: ModuleRecord): boolean {
  if (is_float(node, module)) return !is_item(node, module);
  const type = module.types.get(node);
  return type instanceof Int && is_safe(type);
}

function is_float(node: ast.Expression, module: ModuleRecord): boolean {
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
