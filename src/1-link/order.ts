// Dependency order: a module stands behind what it imports.
import { type SourceModule, with_packages } from "../project.ts";

/** Depth first from each module in the order of discovery; a cycle is entered where it is met first. */
export function in_dependency_order(modules: readonly SourceModule[]): SourceModule[] {
  const by_name = new Map(modules.map((module) => [module.name, module]));
  const ordered: SourceModule[] = [];
  const seen = new Set<SourceModule>();
  const visit = (module: SourceModule): void => {
    if (seen.has(module)) return;
    seen.add(module);
    for (const imported of module.imports.values()) {
      if (imported.origin !== "user") continue;
      for (const name of with_packages(imported.module)) {
        const needed = by_name.get(name);
        if (needed !== undefined) visit(needed);
      }
    }
    ordered.push(module);
  };
  for (const module of modules) visit(module);
  return ordered;
}
