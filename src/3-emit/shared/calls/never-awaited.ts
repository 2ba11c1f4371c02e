// f() as a statement, where f is a coroutine function → never_awaited(coroutine(f)): the warning that Python gives
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { path_of, qualname_of } from "../qualname.ts";
import { lazy_call } from "./lazy-call.ts";

/** The call, whose coroutine nobody takes; `null` where it makes none. */
export function never_awaited(node: ast.Expression, emit: Emit): target.Expression | null {
  if (node.tag !== "Call" || emit.facts.effects.of_call(node) !== "coroutine") return null;
  const name = qualified_name(node, emit);
  return build.call(emit.runtime("warnings", "never_awaited"), [
    lazy_call(node, emit),
    ...(name === null ? [] : [build.string(name)]),
  ]);
}

/** `Queue.put`, `main.<locals>.child`, where it is more than the name. */
function qualified_name(node: ast.Call, emit: Emit): string | null {
  const callee = emit.facts.calls.callee(node);
  if (callee.kind === "method") return path_of(emit.facts.scopes.scope_of(callee.node));
  if (callee.kind === "function") return qualname_of(callee.node, emit);
  if (node.func.tag !== "Attribute") return null;
  const type = emit.facts.types.of(node.func.value);
  return type.type === "runtime_instance" ? `${type.name}.${node.func.attr}` : null;
}
