// Which attributes the modules of a project store on instances of its classes: `p.x = 1`.
import type * as ast from "../../grammar/ast/index.ts";
import { tagged } from "../../grammar/ast/tagged.ts";
import type { Facts } from "../facts/facts.ts";
import type { Project } from "../project.ts";
import type { KnownModules } from "./module-variables.ts";
import { members } from "./shared/types.ts";

type Stores = ReadonlyMap<ast.ClassDef, ReadonlySet<string>>;

const known = new WeakMap<Project, Stores>();

/** Looked for once for a whole project. */
export function instance_stores({ project, facts }: KnownModules): Stores {
  let stores = known.get(project);
  if (stores === undefined) {
    const found = new Map<ast.ClassDef, Set<string>>();
    for (const module of project.modules) {
      const own = facts.get(module);
      if (own !== undefined)
        for (const node of tagged(module.module, "Attribute")) note(node, own, found);
    }
    stores = found;
    known.set(project, stores);
  }
  return stores;
}

function note(
  { value, attr, ctx }: ast.Attribute,
  facts: Facts,
  found: Map<ast.ClassDef, Set<string>>,
): void {
  if (ctx === "Load") return;
  for (const type of members(facts.types.of(value))) {
    if (type.type !== "instance") continue;
    const names = found.get(type.node);
    if (names === undefined) found.set(type.node, new Set([attr]));
    else names.add(attr);
  }
}
