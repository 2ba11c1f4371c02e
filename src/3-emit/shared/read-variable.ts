// x → x, or unbound(x, "x") where it may have no value yet.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

export function read_variable(binding: Binding, emit: Emit): target.Expression {
  if (is_method(binding)) return method_itself(binding, emit);
  const local = emit.name(binding);
  const read = local === "this" ? build.this_() : build.identifier(local);
  if (is_enum_member(binding, emit)) return build.member(read, "value");
  if (!binding.may_be_unbound) return read;
  const scope = scope_of(binding, emit);
  const kind = scope === "local" ? [] : [build.string(scope)];
  return build.call(emit.builtin("unbound"), [read, build.string(binding.name), ...kind]);
}

/** In the body of an enumeration a name means the value; the field holds the member. */
function is_enum_member({ name, scope }: Binding, emit: Emit): boolean {
  if (scope.kind !== "class" || scope.node.tag !== "ClassDef") return false;
  const { enumeration } = emit.facts.classes.info(scope.node as ast.ClassDef);
  return enumeration?.members.has(name) ?? false;
}

/** Python's words for the variable, seen from the function that reads it. */
function scope_of({ scope }: Binding, emit: Emit): "local" | "free" | "global" {
  if (scope.kind === "module") return "global";
  return scope.node === emit.frame.node ? "local" : "free";
}

/** A method that the body of its class mentions: there it is a function that takes the object first. */
function is_method({ scope, definitions }: Binding): boolean {
  return (
    scope.kind === "class" &&
    definitions.length > 0 &&
    definitions.every(({ tag }) => tag === "FunctionDef" || tag === "AsyncFunctionDef")
  );
}

function method_itself({ scope, name }: Binding, emit: Emit): target.Expression {
  const owner = scope.node.tag === "ClassDef" ? emit.facts.scopes.defined_by(scope.node) : null;
  const class_ = owner === null ? build.this_() : build.identifier(emit.name(owner));
  return build.call(emit.builtin("getattr"), [class_, build.string(name)]);
}
