// What a module gives to others: its functions and classes always, its variables where others may ask for them.
import type { Facts } from "../facts/facts.ts";
import type { Binding } from "../facts/scopes.ts";
import type { Project, SourceModule } from "../project.ts";
import { module_use } from "./module-uses.ts";
import { is_plain_import } from "./shared/declarations.ts";

export interface ExportOptions {
  readonly project: Project;
  readonly facts: ReadonlyMap<SourceModule, Facts>;
}

/** Whether a top-level variable is exported. The main script's are, where a module imports them; others' if public. */
export function exported_bindings(
  source: SourceModule,
  facts: Facts,
  options: ExportOptions,
): (binding: Binding) => boolean {
  const { asked } = module_use(source.name, options.project, options.facts);
  const { module } = facts.scopes;
  return (binding) => {
    if (binding.scope !== module) return false;
    if (asked.has(binding.name)) return true;
    return !source.is_main && !binding.name.startsWith("_") && binding.imported === null;
  };
}

/** Imported names that others know as this module's: those that they ask for, and what a package shows. */
export function given_on(
  source: SourceModule,
  facts: Facts,
  options: ExportOptions,
): readonly Binding[] {
  const { asked } = module_use(source.name, options.project, options.facts);
  return [...facts.scopes.module.bindings.values()].filter((binding) => {
    if (binding.imported === null || !is_plain_import(binding) || binding.imported.is_typing)
      return false;
    if (asked.has(binding.name)) return true;
    return source.is_package && binding.imported.origin === "user" && !binding.name.startsWith("_");
  });
}
