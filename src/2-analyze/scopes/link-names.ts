// Second step: from names to bindings, by Python's rules (global, nonlocal, class scopes that functions skip).
import type * as ast from "../../../grammar/ast/index.ts";
import type { Resolution } from "../../facts/scopes.ts";
import { binds_package, type ImportedName } from "../../project.ts";
import { is_builtin_name } from "./builtin-names.ts";
import type { Declared } from "./declare.ts";
import { BindingRecord, type ScopeRecord } from "./records.ts";

export interface Linked {
  readonly resolutions: Map<ast.Name, Resolution>;
  readonly defined: Map<ast.Node, BindingRecord>;
  readonly annotations: Set<ast.Name>;
}

export function link_names(
  { module, scopes }: Declared,
  imports: ReadonlyMap<ast.Alias, ImportedName>,
  replaced: ReadonlySet<string> = new Set(),
): Linked {
  const linked: Linked = { resolutions: new Map(), defined: new Map(), annotations: new Set() };
  for (const scope of scopes.values()) bind_own_names(scope);
  for (const scope of scopes.values()) bind_definitions(scope, module, linked);
  for (const scope of scopes.values()) bind_references(scope, module, linked, replaced);
  for (const scope of scopes.values()) {
    for (const binding of scope.bindings.values()) finish(binding, imports);
  }
  return linked;
}

/** What a name means that is mentioned in a scope; `skip_own` looks outside only. */
export function look_up(name: string, from: ScopeRecord, skip_own = false): BindingRecord | null {
  let sees_class = true;
  for (let scope: ScopeRecord | null = from; scope !== null; scope = scope.parent) {
    const is_seen = scope.kind !== "class" || sees_class;
    if (is_seen && !(skip_own && scope === from)) {
      const found = scope.bindings.get(name);
      if (found !== undefined) return found;
    }
    if (scope.kind !== "type_parameters") sees_class = false;
  }
  return null;
}

function bind_own_names(scope: ScopeRecord): void {
  for (const { name } of scope.definitions) {
    if (scope.globals.has(name) || scope.nonlocals.has(name)) continue;
    if (!scope.bindings.has(name)) scope.bindings.set(name, new BindingRecord(name, scope));
  }
}

function bind_definitions(scope: ScopeRecord, module: ScopeRecord, linked: Linked): void {
  for (const { name, node, is_in_loop } of scope.definitions) {
    const binding = target_binding(name, scope, module);
    binding.definitions.push(node);
    linked.defined.set(node, binding);
    if (binding.scope === scope) binding.is_in_loop ||= is_in_loop;
    else bound_from_inside(binding, scope);
    if (node.tag === "arg") binding.is_parameter = true;
  }
}

function bound_from_inside(binding: BindingRecord, scope: ScopeRecord): void {
  binding.is_bound_from_inside = true;
  cross(binding, scope);
}

function target_binding(name: string, scope: ScopeRecord, module: ScopeRecord): BindingRecord {
  if (scope.globals.has(name)) return global_binding(name, module);
  if (scope.nonlocals.has(name)) {
    const found = look_up(name, scope, true);
    if (found !== null) return found;
  }
  const own = scope.bindings.get(name) ?? new BindingRecord(name, scope);
  scope.bindings.set(name, own);
  return own;
}

function global_binding(name: string, module: ScopeRecord): BindingRecord {
  const binding = module.bindings.get(name) ?? new BindingRecord(name, module);
  module.bindings.set(name, binding);
  return binding;
}

function bind_references(
  scope: ScopeRecord,
  module: ScopeRecord,
  linked: Linked,
  replaced: ReadonlySet<string>,
): void {
  for (const { node, is_annotation } of scope.references) {
    if (is_annotation) linked.annotations.add(node);
    const binding = scope.globals.has(node.id)
      ? (module.bindings.get(node.id) ?? null)
      : look_up(node.id, scope, scope.nonlocals.has(node.id));
    if (binding === null) {
      const known = replaced.has(node.id) ? "replaced" : "builtin";
      const kind = is_builtin_name(node.id) ? known : "undefined";
      linked.resolutions.set(node, { kind, name: node.id });
      continue;
    }
    linked.resolutions.set(node, { kind: "binding", binding });
    binding.references.push(node);
    if (node.ctx === "Del") {
      binding.is_deleted = true;
      if (binding.scope !== scope) binding.is_bound_from_inside = true;
    }
    if (is_annotation) continue;
    binding.is_read ||= node.ctx === "Load";
    cross(binding, scope);
  }
}

/** Notes every scope between a mention and its binding. */
function cross(binding: BindingRecord, from: ScopeRecord): void {
  for (let scope = from; scope !== binding.scope; scope = scope.parent) {
    const is_generator = scope.kind === "comprehension" && scope.node.tag === "GeneratorExp";
    if (is_generator || scope.kind === "function" || scope.kind === "class") {
      binding.is_cell = true;
      binding.is_captured ||= !is_generator || !is_consumed_at_once(scope);
    }
    scope.free.add(binding);
    if (scope.parent === null) return;
  }
}

function is_consumed_at_once({ consumer, parent }: ScopeRecord): boolean {
  if (consumer === null || parent === null) return false;
  return look_up(consumer.id, parent) === null && is_builtin_name(consumer.id);
}

function finish(binding: BindingRecord, imports: ReadonlyMap<ast.Alias, ImportedName>): void {
  binding.definitions.sort((left, right) => left.start - right.start);
  binding.references.sort((left, right) => left.start - right.start);
  drop_typing_imports(binding, imports);
  binding.imported = the_import(binding, imports);
  const count = binding.definitions.length + (binding.star === null ? 0 : 1);
  const is_bound_once = count < 2 || binding.imported !== null;
  binding.is_rebound =
    !is_bound_once || binding.is_in_loop || binding.is_bound_from_inside || binding.is_deleted;
  binding.is_captured_in_loop = binding.is_captured && binding.is_in_loop;
}

/** Imports that never run say nothing of a name that something else binds. */
function drop_typing_imports(
  binding: BindingRecord,
  imports: ReadonlyMap<ast.Alias, ImportedName>,
): void {
  const running = binding.definitions.filter(
    (node) => node.tag !== "alias" || imports.get(node as ast.Alias)?.is_typing !== true,
  );
  const { definitions } = binding;
  if (running.length === definitions.length || (running.length === 0 && binding.star === null))
    return;
  definitions.length = 0;
  for (const node of running) definitions.push(node);
}

function is_same(one: ImportedName | null, other: ImportedName): boolean {
  return one?.module === other.module && one.name === other.name;
}

/** What all definitions agree to import (`import a.b` and `import a.c` both bind `a`). */
function the_import(
  binding: BindingRecord,
  imports: ReadonlyMap<ast.Alias, ImportedName>,
): ImportedName | null {
  let common: ImportedName | null = binding.star?.imported ?? null;
  for (const node of binding.definitions) {
    if (node.tag !== "alias") return null;
    const own = imports.get(node as ast.Alias);
    // An import that fails binds nothing: the name is a variable that never gets a value.
    if (own === undefined) return null;
    if (own.origin === "missing") {
      // `import a.gone` beside `import a`: the name is the package either way.
      if (common !== null && binds_package(node as ast.Alias, own) && common.name === null)
        continue;
      return null;
    }
    const imported = binds_package(node as ast.Alias, own)
      ? { ...own, module: own.module.split(".")[0] ?? binding.name, name: null }
      : own;
    const is_star = common === binding.star?.imported;
    if (common === null || (is_star && is_same(binding.star?.original ?? null, imported)))
      common = imported;
    else if (!is_same(common, imported)) return null;
  }
  return common;
}
