// What the modules of a project ask of each other: names that are imported, read or assigned from outside.
import type * as ast from "../../grammar/ast/index.ts";
import { tagged } from "../../grammar/ast/tagged.ts";
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

const known_values = new WeakMap<Project, ReadonlySet<string>>();

/** Whether the program hands the module around as an object, for `getattr` and the like. */
export function is_module_value(
  name: string,
  project: Project,
  facts: ReadonlyMap<SourceModule, Facts>,
): boolean {
  let values = known_values.get(project);
  if (values === undefined) {
    const found = new Set<string>();
    for (const module of project.modules) {
      const own = facts.get(module);
      if (own !== undefined) note_values(module.module, own, found);
    }
    values = found;
    known_values.set(project, values);
  }
  return values.has(name);
}

/** The modules of the project that a module reads as a whole or by the longest dotted names that mean one, how often. */
export function modules_named(root: ast.Node, facts: Facts): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const pending: ast.Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.tag === "Name" || node.tag === "Attribute") {
      const type = facts.types.of(node as ast.Name | ast.Attribute);
      if (type.type === "module" && type.origin === "user") {
        found.set(type.name, (found.get(type.name) ?? 0) + 1);
        continue;
      }
    }
    for (const child of children(node)) pending.push(child);
  }
  return found;
}

function note_values(root: ast.Node, facts: Facts, found: Set<string>): void {
  const pending: ast.Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.tag === "Name" || node.tag === "Attribute") {
      const type = facts.types.of(node as ast.Name | ast.Attribute);
      if (type.type === "module" && type.origin === "user") found.add(type.name);
    }
    // What is read from a module is no use of the module as a whole.
    const inner = node.tag === "Attribute" ? (node as ast.Attribute).value : node;
    const is_path = inner !== node && (inner.tag === "Name" || inner.tag === "Attribute");
    for (const child of children(is_path ? inner : node)) pending.push(child);
  }
}

function note_attributes(root: ast.Node, facts: Facts, uses: ReadonlyMap<string, Found>): void {
  for (const { value, attr, ctx } of tagged(root, "Attribute")) {
    const type = facts.types.of(value);
    if (type.type !== "module" || type.origin !== "user") continue;
    const found = uses.get(type.name);
    found?.asked.add(attr);
    if (ctx !== "Load") found?.assigned.add(attr);
  }
}
