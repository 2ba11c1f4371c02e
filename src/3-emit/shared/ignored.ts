// `_`: a variable that nobody reads needs no declaration.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Binding } from "../../facts/scopes.ts";

/** Named `_`, and only ever stored to by patterns, loops and assignments. */
export function is_ignored_binding(binding: Binding): boolean {
  return (
    /^_+$/.test(binding.name) &&
    !binding.is_parameter &&
    binding.references.length === 0 &&
    binding.definitions.every((definition) => definition.tag === "Name") &&
    (binding.scope.kind === "function" || binding.scope.kind === "module")
  );
}

export function is_ignored(to: ast.Expression, facts: Facts): boolean {
  return to.tag === "Name" && is_ignored_binding(facts.scopes.defined_by(to));
}
