// Which modules run by turns: those of cycles for which no order of whole modules is Python's, and what shows itself below them.
import type { Facts } from "../../facts/facts.ts";
import { module_named, type Project, type SourceModule, with_packages } from "../../project.ts";

/** Their names. */
export function entangled(
  project: Project,
  facts: ReadonlyMap<SourceModule, Facts>,
): ReadonlySet<string> {
  const found = new Set<SourceModule>();
  for (const source of project.modules)
    if (facts.get(source)?.effects.takes_turns === true) found.add(source);
  // What they import runs where it is imported, too.
  for (const source of found)
    for (const [alias, imported] of source.imports) {
      if (imported.origin !== "user" || imported.is_typing) continue;
      if (facts.get(source)?.effects.is_visible_import(alias) !== true) continue;
      for (const name of with_packages(imported.module)) {
        const target = module_named(project, name);
        if (target !== undefined && !target.is_main) found.add(target);
      }
    }
  return new Set([...found].map(({ name }) => name));
}
