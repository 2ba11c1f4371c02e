// enter_call(); try { … } finally { leave_call(); } in programs that can see how deep calls may nest.
import type { FunctionNode } from "../../facts/effects.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

/** The body of a function; plain functions and methods are counted. */
export function counted(
  node: FunctionNode,
  body: readonly target.Statement[],
  emit: Emit,
): readonly target.Statement[] {
  if (!emit.facts.effects.sees_recursion || emit.frame.effect !== "plain") return body;
  if (node.tag !== "FunctionDef" || node.name === "__init__" || body.length === 0) return body;
  const call = (name: "enter_call" | "leave_call"): target.Statement =>
    build.statement(build.call(emit.builtin(name)));
  return [
    call("enter_call"),
    build.try_(build.block(body), { finalizer: build.block([call("leave_call")]) }),
  ];
}
