// super().m(x) → super.m(x), super_of(C, this).m(x);   super().__init__(x) → super(x) in a constructor
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit, Frame } from "../../emit.ts";
import { receiver_of_method } from "../receiver.ts";
import { is_super, super_object } from "../super.ts";
import {
  argument_array,
  keyword_object,
  placed_arguments,
  positional_arguments,
  trailing_arguments,
} from "./arguments.ts";

export function super_call(node: ast.Call, emit: Emit): target.Expression | null {
  const { func } = node;
  if (func.tag !== "Attribute" || !is_super(func.value, emit)) return null;
  const owner = method_frame(emit.frame);
  const is_init = func.attr === "__init__" && owner?.method.name === "__init__";
  if (is_init && !emit.facts.classes.info(owner.owner).is_made_by_runtime)
    return build.call(build.super_(), own_arguments(node, emit) ?? trailing_arguments(node, emit));
  const object = super_object(func.value, { name: func.attr, is_called: true }, emit);
  const callee = build.member(object, func.attr);
  if (node.keywords.length === 0) return build.call(callee, positional_arguments(node, emit));
  const args = own_arguments(node, emit);
  if (args !== null && object.kind === "Super") return build.call(callee, args);
  const bound =
    object.kind === "Super"
      ? build.call(emit.builtin("bound_super"), [build.this_(), callee])
      : callee;
  return build.call(emit.builtin("call_with"), [
    bound,
    argument_array(node, emit),
    keyword_object(node.keywords, emit),
  ]);
}

/** Keywords in the places that the one method above declares for them. */
function own_arguments(node: ast.Call, emit: Emit): readonly target.Element[] | null {
  const callee = emit.facts.calls.callee(node);
  if (callee.kind !== "method") return null;
  const parameters = emit.facts.calls.parameters(callee.node);
  const taken = receiver_of_method(callee.node) === null ? parameters : parameters.slice(1);
  const placed = placed_arguments(node, taken, emit);
  return placed === null || placed.before.length > 0 ? null : placed.args;
}

/** The method whose `super` it is: arrow functions keep it. */
function method_frame(frame: Frame): {
  readonly method: ast.FunctionDef | ast.AsyncFunctionDef;
  readonly owner: ast.ClassDef;
} | null {
  for (let at: Frame | null = frame; at !== null; at = at.parent) {
    if (at.node.tag === "FunctionDef" || at.node.tag === "AsyncFunctionDef") {
      const owner = at.parent?.node;
      return owner?.tag === "ClassDef" ? { method: at.node, owner } : null;
    }
    if (at.node.tag !== "Lambda") return null;
  }
  return null;
}
