// Names: what reading a variable gives, and what binding one does.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding, Scope } from "../../facts/scopes.ts";
import type { Type } from "../../facts/types.ts";
import type { ImportedName } from "../../project.ts";
import { builtin_value } from "./builtin-functions.ts";
import type { Inference } from "./inference.ts";
import { runtime_export } from "./runtime.ts";
import { UNKNOWN } from "./values.ts";

export function name_type(inference: Inference, node: ast.Name): Type {
  const resolution = inference.module.scopes.resolve(node);
  if (resolution.kind === "builtin") return builtin_value(resolution.name);
  return resolution.kind === "binding" ? inference.read(resolution.binding) : UNKNOWN;
}

export function read_binding(inference: Inference, binding: Binding): Type {
  if (binding.imported !== null) {
    const value = imported_value(inference, binding.imported);
    if (!binding.is_bound_from_inside || binding.imported.name === null) return value;
    // A patch puts something else into its place.
    inference.heap.escape(value);
    return UNKNOWN;
  }
  const cell = inference.program.binding(binding);
  const flowing = inference.state.get(binding);
  if (flowing !== undefined && flows(inference, binding) && !cell.root.leaks) return flowing;
  return inference.heap.read(cell);
}

export function bind_binding(inference: Inference, binding: Binding, type: Type): void {
  inference.heap.store(inference.program.binding(binding), type);
  if (is_own(inference, binding) && !binding.is_bound_from_inside) {
    inference.state.set(binding, type);
  }
}

/** Can what is known of the variable at this point be trusted: does nothing else write to it meanwhile? */
export function flows(inference: Inference, binding: Binding): boolean {
  if (!binding.is_rebound) return true;
  if (binding.is_bound_from_inside || inference.is_lazy) return false;
  return is_own(inference, binding);
}

export function imported_value(inference: Inference, imported: ImportedName): Type {
  const { program } = inference;
  const { module, name, origin } = imported;
  if (origin === "runtime") {
    if (name === null) return { type: "module", name: module, origin: "runtime" };
    return runtime_export(inference, module, name) ?? UNKNOWN;
  }
  if (origin !== "user") return UNKNOWN;
  if (name === null) return { type: "module", name: module, origin: "user" };
  const binding = program.modules.get(module)?.scopes.module.bindings.get(name);
  if (binding === undefined || leads_in_circle(binding, inference)) return UNKNOWN;
  return inference.read(binding);
}

/** Modules that import a name from each other, and none of them has it. */
function leads_in_circle(binding: Binding, { program }: Inference): boolean {
  const seen = new Set<Binding>();
  let at: Binding | undefined = binding;
  while (at?.imported?.origin === "user" && at.imported.name !== null) {
    if (seen.has(at)) return true;
    seen.add(at);
    const { module, name }: ImportedName = at.imported;
    at = program.modules.get(module)?.scopes.module.bindings.get(name);
  }
  return false;
}

/** The function or module in whose code a scope's names are bound. */
export function owner_of(scope: Scope): ast.Node {
  let outer = scope;
  while (outer.kind !== "function" && outer.kind !== "module" && outer.parent !== null) {
    outer = outer.parent;
  }
  return outer.node;
}

function is_own(inference: Inference, binding: Binding): boolean {
  return owner_of(binding.scope) === inference.unit.owner;
}
