// Which attributes the modules of a project read of what is no class itself: there instances show their class's.
import type * as ast from "../../grammar/ast/index.ts";
import type { Facts } from "../facts/facts.ts";
import type { Project } from "../project.ts";
import type { KnownModules } from "./module-variables.ts";
import { children } from "./shared/walk.ts";

const known = new WeakMap<Project, ReadonlySet<string>>();

/** Looked for once for a whole project. */
export function instance_reads({ project, facts }: KnownModules): ReadonlySet<string> {
  let reads = known.get(project);
  if (reads === undefined) {
    const found = new Set<string>();
    for (const module of project.modules) {
      const own = facts.get(module);
      if (own !== undefined) collect(module.module, own, found);
    }
    reads = found;
    known.set(project, reads);
  }
  return reads;
}

function collect(node: ast.Node, facts: Facts, found: Set<string>): void {
  if (node.tag === "Attribute") {
    const { value, attr } = node as ast.Attribute;
    if (!found.has(attr) && facts.types.of(value).type !== "class") found.add(attr);
  }
  for (const child of children(node)) collect(child, facts, found);
}
