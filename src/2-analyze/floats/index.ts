// Which variables and attributes hold their floats as plain numbers: what is calculated with, and seldom shown.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Floats } from "../../facts/floats.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { Prepared } from "../program/prepare.ts";
import type { ModuleRecord } from "../program/records.ts";
import { is_arithmetic } from "./arithmetic.ts";
import { plain_attributes } from "./attributes.ts";
import { find_uses, is_calculated, type Uses } from "./uses.ts";

/**
 * A float that is integral is an object elsewhere, so that it prints as `2.0`. Where all that is stored is a float, and
 * nobody reads it but by its name in the text, the place can hold the number alone: it is boxed where it is read for
 * other ends than arithmetic.
 */
export function find_floats(prepared: Prepared): (module: ModuleRecord) => Floats {
  const modules = [...prepared.modules.values()];
  const uses = find_uses(modules);
  const attributes = plain_attributes(prepared, modules, uses);
  const bindings = new Set<Binding>();
  for (const [binding, own] of uses.bindings)
    if (is_plain_binding(prepared, binding, own, modules.length === 1)) bindings.add(binding);
  return (module) => ({
    is_plain: (node) => is_plain(node, module, bindings, attributes),
    is_arithmetic: (node) => is_arithmetic(node, module),
  });
}

function is_plain(
  node: ast.Expression,
  { scopes }: ModuleRecord,
  bindings: ReadonlySet<Binding>,
  attributes: ReadonlySet<string>,
): boolean {
  if (node.tag === "Attribute") return attributes.has(node.attr);
  if (node.tag !== "Name" || bindings.size === 0) return false;
  const resolution = scopes.resolve(node);
  return resolution.kind === "binding" && bindings.has(resolution.binding);
}

function is_plain_binding(
  { program }: Prepared,
  binding: Binding,
  own: Uses,
  is_alone: boolean,
): boolean {
  const { kind } = binding.scope;
  if (kind !== "function" && !(kind === "module" && is_alone)) return false;
  if (binding.is_parameter || binding.may_be_unbound || binding.is_deleted) return false;
  if (binding.imported !== null || own.is_stored_otherwise) return false;
  if (own.stores.length !== binding.definitions.length) return false;
  const { value, leaks } = program.binding(binding).root;
  return value.type === "float" && !leaks && is_calculated(own);
}
