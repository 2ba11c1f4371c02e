// Which modules run by turns: those of cycles for which no order of whole modules is Python's.
import type { Facts } from "../../facts/facts.ts";
import type { Project, SourceModule } from "../../project.ts";

/** Their names. */
export function entangled(
  { modules }: Project,
  facts: ReadonlyMap<SourceModule, Facts>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const source of modules)
    for (const [alias, imported] of source.imports) {
      if (imported.origin !== "user") continue;
      if (facts.get(source)?.effects.is_entangled_import(alias) !== true) continue;
      found.add(source.name);
      found.add(imported.module);
    }
  return found;
}
