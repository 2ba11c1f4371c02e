// __qualname__ of functions and classes inside of others: `f.<locals>.g`, `A.B`.
import type { FunctionNode } from "../../facts/effects.ts";
import type * as ast from "../../../grammar/ast/index.ts";
import type { Scope } from "../../facts/scopes.ts";
import { is_turn } from "../../facts/turns.ts";
import type { Emit } from "../emit.ts";

/** `null` where it is the name alone, and for methods of a class of the module: the runtime knows these. */
export function qualname_of(node: FunctionNode | ast.ClassDef, emit: Emit): string | null {
  const scope = emit.facts.scopes.scope_of(node);
  const parent = holder(scope.parent);
  if (parent === null) return in_generators(scope, "") === "" ? null : path_of(scope);
  const is_method = node.tag === "FunctionDef" || node.tag === "AsyncFunctionDef";
  if (parent.kind === "class" && is_method && holder(parent.parent) === null) return null;
  return path_of(scope);
}

/** The whole `__qualname__` of what the scope belongs to. */
export function path_of(scope: Scope): string {
  const { node } = scope;
  const name = "name" in node ? String(node.name) : "<lambda>";
  if (scope.kind !== "comprehension" && is_global(scope, name)) return name;
  const parent = holder(scope.parent);
  const own = in_generators(scope, name);
  if (parent === null) return own;
  const path = path_of(parent);
  return parent.kind === "class" ? `${path}.${own}` : `${path}.<locals>.${own}`;
}

/** Generator expressions are functions of their own, the other comprehensions are not. */
function in_generators(scope: Scope, name: string): string {
  let own = name;
  for (let at = scope.parent; at?.kind === "comprehension"; at = at.parent)
    if (at.node.tag === "GeneratorExp") own = `<genexpr>.${own}`;
  return own;
}

/** `global f` above a `def f` in a function. */
function is_global(scope: Scope, name: string): boolean {
  const { parent } = scope;
  return (
    parent !== null &&
    parent.kind === "function" &&
    !parent.bindings.has(name) &&
    name !== "<lambda>"
  );
}

/** The function or class around; `null` for the module. */
function holder(scope: Scope | null): Scope | null {
  let at = scope;
  while (at !== null && (at.kind === "comprehension" || at.kind === "type_parameters"))
    at = at.parent;
  return at === null || at.kind === "module" || is_turn(at.node) ? null : at;
}
