// What a module gives to others: its functions and classes always, its variables where others may ask for them.
import type { Facts } from "../facts/facts.ts";
import type { Binding } from "../facts/scopes.ts";
import type { Project, SourceModule } from "../project.ts";

/** Whether a top-level variable is exported. The main script's are, where a module imports them; others' if public. */
export function exported_bindings(
  source: SourceModule,
  facts: Facts,
  project: Project,
): (binding: Binding) => boolean {
  const asked = names_asked_for(source, project);
  const { module } = facts.scopes;
  return (binding) => {
    if (binding.scope !== module) return false;
    if (asked.has(binding.name)) return true;
    return source !== project.main && !binding.name.startsWith("_") && binding.imported === null;
  };
}

function names_asked_for(source: SourceModule, project: Project): ReadonlySet<string> {
  const names = new Set<string>();
  for (const module of project.modules) {
    for (const target of module.imports.values()) {
      if (target.module === source.name && target.name !== null) names.add(target.name);
    }
  }
  return names;
}
