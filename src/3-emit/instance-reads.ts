// Which attributes the modules of a project read of what is no class itself: there instances show their class's.
import { tagged } from "../../grammar/ast/tagged.ts";
import type { Project } from "../project.ts";
import type { KnownModules } from "./module-variables.ts";

const known = new WeakMap<Project, ReadonlySet<string>>();

/** Looked for once for a whole project. */
export function instance_reads({ project, facts }: KnownModules): ReadonlySet<string> {
  let reads = known.get(project);
  if (reads === undefined) {
    const found = new Set<string>();
    for (const module of project.modules) {
      const own = facts.get(module);
      if (own === undefined) continue;
      for (const { value, attr } of tagged(module.module, "Attribute"))
        if (!found.has(attr) && own.types.of(value).type !== "class") found.add(attr);
    }
    reads = found;
    known.set(project, reads);
  }
  return reads;
}
