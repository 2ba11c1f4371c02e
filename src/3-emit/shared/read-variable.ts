// x → x, or unbound(x, "x") where it may have no value yet.
import type { Binding } from "../../facts/scopes.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

export function read_variable(binding: Binding, emit: Emit): target.Expression {
  const local = emit.name(binding);
  const read = local === "this" ? build.this_() : build.identifier(local);
  if (!binding.may_be_unbound) return read;
  const scope = scope_of(binding, emit);
  const kind = scope === "local" ? [] : [build.string(scope)];
  return build.call(emit.builtin("unbound"), [read, build.string(binding.name), ...kind]);
}

/** Python's words for the variable, seen from the function that reads it. */
function scope_of({ scope }: Binding, emit: Emit): "local" | "free" | "global" {
  if (scope.kind === "module") return "global";
  return scope.node === emit.frame.node ? "local" : "free";
}
