// Which names the modules of a project call, or give to `isinstance` and `issubclass`: classes that must answer for themselves.
import type * as ast from "../../grammar/ast/index.ts";
import type { Project } from "../project.ts";
import { children } from "./shared/walk.ts";

const known = new WeakMap<Project, ReadonlySet<string>>();

/** Looked for once for a whole project. */
export function asked_names(project: Project): ReadonlySet<string> {
  let names = known.get(project);
  if (names === undefined) {
    const found = new Set<string>();
    for (const { module } of project.modules) collect(module, found);
    names = found;
    known.set(project, names);
  }
  return names;
}

function collect(node: ast.Node, found: Set<string>): void {
  if (node.tag === "Call") {
    const { func, args } = node as ast.Call;
    note(func, found);
    if (func.tag === "Name" && /^is(?:instance|subclass)$/.test(func.id))
      for (const each of args.slice(1)) note(each, found);
  }
  for (const child of children(node)) collect(child, found);
}

/** `Named`, `shapes.Named`, and each of `(Named, str)`. */
function note(node: ast.Expression, found: Set<string>): void {
  if (node.tag === "Name") found.add(node.id);
  else if (node.tag === "Attribute") found.add(node.attr);
  else if (node.tag === "Tuple") for (const each of node.elts) note(each, found);
}
