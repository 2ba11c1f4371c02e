// What patches replace in modules of Python's library: `patch("time.sleep")`, `patch.object(random, "choice")`.
import type { RuntimeApi } from "../../facts/declared-api.ts";
import type { Project, SourceModule } from "../../project.ts";
import { names_meant } from "./patched-names.ts";

export interface Replacements {
  /** Module of the library → the names in it that something may replace. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Module of the project → modules of the library that its patches name by text. */
  readonly looked_up: ReadonlyMap<SourceModule, ReadonlySet<string>>;
}

export const NO_REPLACEMENTS: Replacements = { names: new Map(), looked_up: new Map() };

export function find_replacements(project: Project, api: RuntimeApi): Replacements {
  if (!project.modules.some(imports_mock)) return NO_REPLACEMENTS;
  const names = new Map<string, Set<string>>();
  const looked_up = new Map<SourceModule, Set<string>>();
  for (const source of project.modules) {
    for (const meant of names_meant(source)) {
      const found = in_library(meant.text.split("."), project, api);
      if (found === null) continue;
      const own = looked_up.get(source) ?? new Set();
      if (meant.is_text) looked_up.set(source, own.add(found.module));
      if (!found.is_whole || meant.is_content) continue;
      names.set(found.module, (names.get(found.module) ?? new Set()).add(found.name));
    }
  }
  return { names, looked_up };
}

/** The modules of the library that are objects of their own, so that something can be replaced in them. */
export function replaceable_modules({ names, looked_up }: Replacements): ReadonlySet<string> {
  return new Set([...names.keys(), ...[...looked_up.values()].flatMap((each) => [...each])]);
}

interface Found {
  readonly module: string;
  readonly name: string;
  /** Nothing comes behind the name: it is the module's own that is replaced. */
  readonly is_whole: boolean;
}

/** `time.sleep`, also `shop.orders.time.sleep` where `shop.orders` imports `time`. */
function in_library(parts: readonly string[], project: Project, api: RuntimeApi): Found | null {
  for (let length = parts.length - 1; length > 0; length--) {
    const module = parts.slice(0, length).join(".");
    const [name = "", ...rest] = parts.slice(length);
    const own = project.modules.find((each) => each.name === module);
    if (own !== undefined) {
      const imported = rest.length === 0 ? null : module_imported_as(name, own);
      return imported === null ? null : in_library([...imported.split("."), ...rest], project, api);
    }
    // The loggers of asyncio's own modules are the mocks' business.
    if (!api.modules.includes(module) || module.startsWith("asyncio.")) continue;
    return api.names(module)?.has(name) === true
      ? { module, name, is_whole: rest.length === 0 }
      : null;
  }
  return null;
}

/** The library's module that `name` stands for. */
function module_imported_as(name: string, { imports }: SourceModule): string | null {
  for (const [alias, { module, name: part, origin }] of imports)
    if (origin === "runtime" && part === null && (alias.asname ?? alias.name) === name)
      return module;
  return null;
}

function imports_mock({ imports }: SourceModule): boolean {
  return [...imports.values()].some(
    ({ module, name }) =>
      module === "unittest.mock" || (module === "unittest" && (name === null || name === "mock")),
  );
}
