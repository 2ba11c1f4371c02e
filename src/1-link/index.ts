// Modules → Project: what each import means, which files belong to the program, in which order they run.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Project, SourceModule } from "../project.ts";
import { with_dataclasses } from "./dataclasses/index.ts";
import { imports_of } from "./imports.ts";
import { in_dependency_order } from "./order.ts";
import { resolve_imports, type LinkHost, type ParsedModule } from "./resolve.ts";

export type { LinkHost, ParsedModule } from "./resolve.ts";

/**
 * Follows the imports of the entry files through the host. The first entry is the program's main
 * module. A file that cannot be read is a diagnostic at its import, never an exception.
 */
export function link(
  entries: readonly ParsedModule[],
  host: LinkHost,
): { readonly project: Project; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const linked = new Map<string, SourceModule>();
  const pending = [...entries];
  for (let parsed = pending.shift(); parsed !== undefined; parsed = pending.shift()) {
    if (linked.has(parsed.name)) continue;
    const resolved = resolve_imports(parsed, imports_of(parsed.module), host);
    diagnostics.push(...resolved.diagnostics);
    pending.push(...resolved.modules);
    linked.set(parsed.name, { ...parsed, imports: resolved.imports });
  }
  const modules = with_dataclasses(in_dependency_order([...linked.values()]));
  const main = modules.find(({ name }) => name === entries[0]?.name);
  if (main === undefined) throw new Error("a project needs a main module");
  return { project: { modules, main }, diagnostics };
}
