// Which imported names are values of the moment: those that their module assigns again later, what is imported late, what is not there.
import type * as ast from "../../grammar/ast/index.ts";
import { tagged } from "../../grammar/ast/tagged.ts";
import type { Facts } from "../facts/facts.ts";
import type { Binding } from "../facts/scopes.ts";
import { is_settled } from "../facts/turns.ts";
import { module_named, type SourceModule } from "../project.ts";
import { type KnownModules, module_variable } from "./module-variables.ts";
import { import_by_value } from "./shared/declarations.ts";

/** Marks the imported names that some function of their module assigns by `global`. */
export function mark_snapshots(
  source: SourceModule,
  facts: Facts,
  { project, facts: all }: KnownModules,
): void {
  for (const name of facts.effects.patched_names) {
    const binding = facts.scopes.module.bindings.get(name);
    if (binding?.imported != null && binding.imported.name !== null) import_by_value(binding);
  }
  for (const [alias, imported] of source.imports) {
    if (facts.effects.is_late_import(alias))
      for (const binding of brought_by(alias, facts)) import_by_value(binding);
    if (imported.origin !== "user" || imported.name === null || imported.name === "*") continue;
    if (
      module_variable(imported.module, imported.name, { project, facts: all }).kind === "missing"
    ) {
      import_by_value(facts.scopes.defined_by(alias));
      continue;
    }
    const owner = module_named(project, imported.module);
    if (owner === undefined || !global_names(owner.module).has(imported.name)) continue;
    import_by_value(facts.scopes.defined_by(alias));
  }
}

/** `import a.b` binds `a`. */
function is_of_package({ name, asname }: ast.Alias): boolean {
  return asname === null && name.includes(".");
}

function brought_by(alias: ast.Alias, { scopes }: Facts): readonly Binding[] {
  if (alias.name !== "*") return is_of_package(alias) ? [] : [scopes.defined_by(alias)];
  return scopes
    .star_bindings(alias)
    .filter(({ binding, imported: { origin } }) => {
      return origin !== "runtime" && binding.definitions.length === 0;
    })
    .map(({ binding }) => binding);
}

const known = new WeakMap<ast.Module, ReadonlySet<string>>();

function global_names(module: ast.Module): ReadonlySet<string> {
  let names = known.get(module);
  if (names === undefined) {
    const unsettled = tagged(module, "Global").filter((each) => !is_settled(each));
    names = new Set(unsettled.flatMap((each) => each.names));
    known.set(module, names);
  }
  return names;
}
