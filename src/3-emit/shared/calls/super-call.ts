// super().m(x) → super.m(x);   super().__init__(x) → super(x) in a constructor
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit, Frame } from "../../emit.ts";
import { trailing_arguments } from "./arguments.ts";

export function super_call(node: ast.Call, emit: Emit): target.Expression | null {
  const { func } = node;
  if (func.tag !== "Attribute" || !is_super(func.value, emit)) return null;
  const args = trailing_arguments(node, emit);
  const method = method_frame(emit.frame);
  if (func.attr === "__init__" && method?.name === "__init__")
    return build.call(build.super_(), args);
  return build.call(build.member(build.super_(), func.attr), args);
}

/** `super()`, or `super(C, self)` as Python 2 wrote it. */
function is_super(node: ast.Expression, emit: Emit): boolean {
  if (node.tag !== "Call" || node.func.tag !== "Name" || node.func.id !== "super") return false;
  return emit.facts.scopes.resolve(node.func).kind === "builtin";
}

/** The method whose `super` it is: arrow functions keep it. */
function method_frame(frame: Frame): ast.FunctionDef | ast.AsyncFunctionDef | null {
  for (let at: Frame | null = frame; at !== null; at = at.parent) {
    if (at.node.tag === "FunctionDef" || at.node.tag === "AsyncFunctionDef")
      return at.parent?.node.tag === "ClassDef" ? at.node : null;
    if (at.node.tag !== "Lambda") return null;
  }
  return null;
}
