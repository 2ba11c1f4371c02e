// Variables of modules that other modules assign: `config.debug = True`.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import type { Scopes } from "../../facts/scopes.ts";
import { python_name, type SourceModule } from "../../project.ts";
import { names_meant } from "./patched-names.ts";
import { BindingRecord } from "./records.ts";

/** Marks them as bound more than once, and from code that is not seen where they are read. */
export function mark_outside_stores(all: ReadonlyMap<SourceModule, Scopes>): void {
  const by_name = new Map([...all].map(([{ name }, scopes]) => [name, scopes]));
  for (const [source, scopes] of all) {
    for (const { value, attr, ctx } of tagged(source.module, "Attribute")) {
      if (ctx === "Load") continue;
      const module = module_meant(value, scopes, by_name);
      const binding = module === null ? undefined : by_name.get(module)?.module.bindings.get(attr);
      if (!(binding instanceof BindingRecord)) continue;
      binding.is_rebound = true;
      binding.is_bound_from_inside = true;
    }
  }
}

/** The same for what patches replace by text. */
export function mark_patched_names(all: ReadonlyMap<SourceModule, Scopes>): PatchedNames {
  const by_name = new Map([...all].map(([{ name }, scopes]) => [name, scopes]));
  const patched = new Map<string, Set<string>>();
  for (const source of all.keys()) {
    for (const { text, is_text } of names_meant(source)) {
      const parts = text.split(".");
      for (let length = parts.length - 1; length > 0; length--) {
        const written = parts.slice(0, length).join(".");
        const module = written === python_name(source) ? source.name : written;
        const name = parts[length] ?? "";
        const scopes = by_name.get(module);
        if (scopes === undefined) continue;
        // An object of the module, in which something else is replaced.
        if (!is_text && length < parts.length - 1) break;
        const names = patched.get(module) ?? new Set();
        patched.set(module, names.add(name));
        const binding = scopes.module.bindings.get(name);
        if (length === parts.length - 1 && binding instanceof BindingRecord) {
          binding.is_rebound = true;
          binding.is_bound_from_inside = true;
        }
        break;
      }
    }
  }
  return patched;
}

/** Module → the names in it that patches reach by text. */
export type PatchedNames = ReadonlyMap<string, ReadonlySet<string>>;

/** The full name of the project's module that `config` or `shop.config` stands for. */
function module_meant(
  node: ast.Expression,
  scopes: Scopes,
  by_name: ReadonlyMap<string, Scopes>,
): string | null {
  if (node.tag === "Attribute") {
    const outer = module_meant(node.value, scopes, by_name);
    const name = `${outer ?? ""}.${node.attr}`;
    return outer !== null && by_name.has(name) ? name : null;
  }
  if (node.tag !== "Name") return null;
  const resolution = scopes.resolve(node);
  if (resolution.kind !== "binding") return null;
  const { imported } = resolution.binding;
  return imported?.origin === "user" && imported.name === null ? imported.module : null;
}
