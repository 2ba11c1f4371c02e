// Order of evaluation in stores: Python evaluates the value first, then the parts of the target.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Emit } from "../emit.ts";
import { some_node } from "./walk.ts";

/**
 * Whether JavaScript, which reads the target's parts first, could see something else than Python:
 * the value runs code, and the target has parts that such code may change (or runs code itself).
 */
export function reads_late(to: ast.Expression, value: ast.Expression, emit: Emit): boolean {
  const parts = parts_of(to);
  if (value.tag !== "Constant" && parts.some((part) => may_lack_value(part, emit))) return true;
  return runs_code(value) && parts.some((part) => !is_stable(part, emit));
}

/** A name that reading may raise for: not before the value is there, which may raise as well. */
export function may_lack_value(part: ast.Expression, emit: Emit): boolean {
  if (part.tag !== "Name") return false;
  const resolution = emit.facts.scopes.resolve(part);
  if (resolution.kind === "binding") return resolution.binding.may_be_unbound;
  return resolution.kind === "undefined";
}

/** The expression is the same before and after any code: a constant, or a local that no other function assigns. */
export function is_stable(node: ast.Expression, emit: Emit): boolean {
  switch (node.tag) {
    case "Constant":
      return true;
    case "Name": {
      const resolution = emit.facts.scopes.resolve(node);
      if (resolution.kind !== "binding") return true;
      const { binding } = resolution;
      return !binding.is_rebound || (!binding.is_captured && binding.scope.kind === "function");
    }
    case "UnaryOp":
      return is_stable(node.operand, emit);
    default:
      return false;
  }
}

/** Calls, awaits and operators of unknown operands may do anything. */
export function runs_code(node: ast.Expression): boolean {
  return some_node(
    node,
    (each) => CODE.has(each.tag),
    (each) => each.tag !== "Lambda",
  );
}

const CODE: ReadonlySet<string> = new Set([
  "Call",
  "Await",
  "Yield",
  "YieldFrom",
  "NamedExpr",
  "ListComp",
  "SetComp",
  "DictComp",
]);

function parts_of(to: ast.Expression): readonly ast.Expression[] {
  if (to.tag === "Attribute") return [to.value];
  if (to.tag === "Subscript") return [to.value, to.slice];
  return [];
}
