// @dataclass → the class with its `__init__` spelled out, so that all that follows sees a class like others.
import type { SourceModule } from "../../project.ts";
import type { Relative } from "./bases.ts";
import { imported_names } from "./imported.ts";
import { moved } from "../moved-trivia.ts";
import { ModuleRewriter } from "./rewriter.ts";

type Modules = ReadonlyMap<string, ReadonlyMap<string, Relative>>;

/**
 * The modules, in their order, with the `__init__` of their dataclasses. A dataclass that asks for more than we can
 * do keeps its decorator, and the emitter refuses it.
 */
export function with_dataclasses(modules: readonly SourceModule[]): readonly SourceModule[] {
  if (!modules.some(({ source }) => source.includes("dataclasses"))) return modules;
  const known = new Map<string, ReadonlyMap<string, Relative>>();
  const by_name = new Map(modules.map((module) => [module.name, module]));
  return modules.map((source) => {
    const rewriter = new ModuleRewriter(source.module, imported_names(source.module), (name) =>
      find_imported(name, source, known, by_name, 0),
    );
    const module = rewriter.module();
    known.set(source.name, rewriter.classes);
    if (module === source.module) return source;
    return { ...source, module, trivia: moved(source.trivia, rewriter.replaced) };
  });
}

/** The class that a name of a module stands for, if another module of the program defines it. */
function find_imported(
  name: string,
  source: SourceModule,
  known: Modules,
  by_name: ReadonlyMap<string, SourceModule>,
  depth: number,
): Relative | null {
  const [head = "", ...rest] = name.split(".");
  for (const [alias, imported] of source.imports) {
    if (imported.origin !== "user" || depth > 8) continue;
    if (imported.name === null) {
      // `import models` … `models.Base`
      const path = alias.asname === null ? alias.name : head;
      const is_path = alias.asname === null ? name.startsWith(`${path}.`) : alias.asname === head;
      const inner = name.slice(path.length + 1);
      if (!is_path || inner.includes(".") || inner === "") continue;
      return in_module(inner, imported.module, known, by_name, depth);
    }
    if (rest.length === 0 && (alias.asname ?? alias.name) === head)
      return in_module(imported.name, imported.module, known, by_name, depth);
  }
  return null;
}

function in_module(
  name: string,
  module: string,
  known: Modules,
  by_name: ReadonlyMap<string, SourceModule>,
  depth: number,
): Relative | null {
  const own = known.get(module)?.get(name);
  if (own !== undefined) return { ...own, is_of_module: false };
  const source = by_name.get(module);
  return source === undefined ? null : find_imported(name, source, known, by_name, depth + 1);
}
