// Module → Scopes: declare, link names, then see which mentions may come before their binding.
import type * as ast from "../../../grammar/ast/index.ts";
import type {
  Binding,
  Resolution,
  Scope,
  ScopeNode,
  Scopes,
  StarBinding,
} from "../../facts/scopes.ts";
import type { ImportedName, ListedName, SourceModule } from "../../project.ts";
import { assign_in } from "./assignment.ts";
import { declare } from "./declare.ts";
import { link_names, type Linked } from "./link-names.ts";
import { BindingRecord, type ScopeRecord } from "./records.ts";

/**
 * `star_names` gives the names that `from m import *` brings; `suppresses` says which `with`
 * statements may swallow exceptions; `replaced` are the built-ins that patches replace.
 */
export function analyze_scopes(
  source: SourceModule,
  star_names: (imported: ImportedName) => readonly ListedName[],
  suppresses: (node: ast.With | ast.AsyncWith) => boolean,
  replaced: ReadonlySet<string> = new Set(),
): Scopes {
  const declared = declare(source.module);
  const stars = bind_stars(declared.module, source.imports, star_names);
  const linked = link_names(declared, source.imports, replaced);
  for (const node of declared.scopes.keys()) {
    if (is_unit(node)) assign_in(node, declared.scopes, linked, suppresses);
  }
  return new ModuleScopes(declared.module, declared.scopes, linked, source.imports, stars);
}

function bind_stars(
  module: ScopeRecord,
  imports: ReadonlyMap<ast.Alias, ImportedName>,
  star_names: (imported: ImportedName) => readonly ListedName[],
): Map<ast.Alias, BindingRecord[]> {
  const stars = new Map<ast.Alias, BindingRecord[]>();
  for (const [alias, imported] of imports) {
    if (imported.name !== "*") continue;
    const made = star_names(imported).map(({ name, module: submodule, imported: original }) => {
      const binding = new BindingRecord(name, module);
      const given =
        submodule === null ? { ...imported, name } : { ...imported, module: submodule, name: null };
      const is_direct = original?.origin === "runtime";
      binding.star = { alias, imported: is_direct ? original : given, original: original ?? null };
      module.bindings.set(name, binding);
      return binding;
    });
    stars.set(alias, made);
  }
  return stars;
}

function is_unit(
  node: ast.Node,
): node is ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda {
  return (
    node.tag === "Module" ||
    node.tag === "FunctionDef" ||
    node.tag === "AsyncFunctionDef" ||
    node.tag === "Lambda"
  );
}

/** What one module calls or constructs may be another one's. */
const of_all_modules = new WeakMap<ast.Node, ScopeRecord>();

class ModuleScopes implements Scopes {
  readonly module: Scope;
  private readonly scopes: ReadonlyMap<ast.Node, ScopeRecord>;
  private readonly linked: Linked;
  private readonly imports: ReadonlyMap<ast.Alias, ImportedName>;
  private readonly stars: ReadonlyMap<ast.Alias, readonly BindingRecord[]>;

  constructor(
    module: Scope,
    scopes: ReadonlyMap<ast.Node, ScopeRecord>,
    linked: Linked,
    imports: ReadonlyMap<ast.Alias, ImportedName>,
    stars: ReadonlyMap<ast.Alias, readonly BindingRecord[]>,
  ) {
    this.module = module;
    this.scopes = scopes;
    this.linked = linked;
    this.imports = imports;
    this.stars = stars;
    for (const [node, scope] of scopes) of_all_modules.set(node, scope);
  }

  scope_of(node: ScopeNode): Scope {
    return known(this.scopes.get(node) ?? of_all_modules.get(node), node);
  }

  resolve(name: ast.Name): Resolution {
    const resolution = this.linked.resolutions.get(name);
    if (resolution !== undefined) return resolution;
    const binding = this.linked.defined.get(name);
    if (binding !== undefined) return { kind: "binding", binding };
    return { kind: "undefined", name: name.id };
  }

  defined_by(node: ast.Node): Binding {
    return known(this.linked.defined.get(node), node);
  }

  import_of(node: ast.Alias): ImportedName {
    return known(this.imports.get(node), node);
  }

  star_bindings(node: ast.Alias): readonly StarBinding[] {
    return (this.stars.get(node) ?? []).flatMap((binding) =>
      binding.star?.alias === node ? [{ binding, imported: binding.star.imported }] : [],
    );
  }
}

function known<T>(value: T | undefined, node: ast.Node): T {
  if (value === undefined) throw new Error(`no scope fact for ${node.tag} at ${node.start}`);
  return value;
}
