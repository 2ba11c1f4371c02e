// Does the program use threads, or processes? Seen from the imports that it uses and the names that it reads.
import type { Project } from "../../project.ts";

export interface ProgramTraits {
  readonly threaded: boolean;
  readonly uses_processes: boolean;
  readonly imported_modules: ReadonlySet<string>;
}

export function program_traits(
  project: Project,
  mentions: ReadonlyMap<string, number>,
): ProgramTraits {
  const imported_modules = new Set<string>();
  const names = new Set(mentions.keys());
  for (const { imports } of project.modules) {
    for (const [alias, { module, name }] of imports) {
      const local = alias.asname ?? alias.name.split(".")[0] ?? alias.name;
      if (name !== "*" && !mentions.has(local)) continue;
      imported_modules.add(module);
      if (name !== null) names.add(name);
    }
  }
  const has = (list: readonly string[], where: ReadonlySet<string>): boolean =>
    list.some((name) => where.has(name));
  return {
    threaded: has(THREAD_MODULES, imported_modules) || has(THREAD_NAMES, names),
    uses_processes: imported_modules.has("multiprocessing") || names.has("ProcessPoolExecutor"),
    imported_modules,
  };
}

const THREAD_MODULES = ["threading", "_thread", "concurrent.futures", "concurrent", "queue"];
const THREAD_NAMES = ["run_in_executor", "to_thread", "run_coroutine_threadsafe"];
