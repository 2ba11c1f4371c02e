// What the modules of a project ask of each other: names that are imported, read or assigned from outside.
import type * as ast from "../../grammar/ast/index.ts";
import type { Facts } from "../facts/facts.ts";
import type { Project, SourceModule } from "../project.ts";
import { children } from "./shared/walk.ts";

export interface ModuleUse {
  /** Imported by name, by `*`, or read as an attribute of the module. */
  readonly asked: ReadonlySet<string>;
  /** `module.name = value` in another module. */
  readonly assigned: ReadonlySet<string>;
}

const none: ModuleUse = { asked: new Set(), assigned: new Set() };
const known = new WeakMap<Project, ReadonlyMap<string, ModuleUse>>();

/** What others want of a module; looked for once for a whole project. */
export function module_use(
  name: string,
  project: Project,
  facts: ReadonlyMap<SourceModule, Facts>,
): ModuleUse {
  let uses = known.get(project);
  if (uses === undefined) {
    uses = find_uses(project, facts);
    known.set(project, uses);
  }
  return uses.get(name) ?? none;
}

interface Found {
  readonly asked: Set<string>;
  readonly assigned: Set<string>;
}

function find_uses(
  project: Project,
  facts: ReadonlyMap<SourceModule, Facts>,
): ReadonlyMap<string, ModuleUse> {
  const uses = new Map<string, Found>(
    project.modules.map(({ name }) => [name, { asked: new Set(), assigned: new Set() }]),
  );
  for (const module of project.modules) {
    const own = facts.get(module);
    if (own === undefined) continue;
    for (const [alias, { module: from, name }] of module.imports) {
      if (name !== null && name !== "*") uses.get(from)?.asked.add(name);
      for (const { imported } of own.scopes.star_bindings(alias))
        if (imported.name !== null) uses.get(imported.module)?.asked.add(imported.name);
    }
    note_attributes(module.module, own, uses);
  }
  return uses;
}

function note_attributes(root: ast.Node, facts: Facts, uses: ReadonlyMap<string, Found>): void {
  const pending: ast.Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const child of children(node)) pending.push(child);
    if (node.tag !== "Attribute") continue;
    const { value, attr, ctx } = node as ast.Attribute;
    const type = facts.types.of(value);
    if (type.type !== "module" || type.origin !== "user") continue;
    const found = uses.get(type.name);
    found?.asked.add(attr);
    if (ctx !== "Load") found?.assigned.add(attr);
  }
}
