// Which names the modules of a project call, or give to `isinstance` and `issubclass`: classes that must answer for themselves.
import type * as ast from "../../grammar/ast/index.ts";
import { tagged } from "../../grammar/ast/tagged.ts";
import type { Project } from "../project.ts";

const known = new WeakMap<Project, ReadonlySet<string>>();

/** Looked for once for a whole project. */
export function asked_names(project: Project): ReadonlySet<string> {
  let names = known.get(project);
  if (names === undefined) {
    const found = new Set<string>();
    for (const { module } of project.modules)
      for (const node of tagged(module, "Call")) note_call(node, found);
    names = found;
    known.set(project, names);
  }
  return names;
}

function note_call({ func, args }: ast.Call, found: Set<string>): void {
  note(func, found);
  if (func.tag === "Name" && /^is(?:instance|subclass)$/.test(func.id))
    for (const each of args.slice(1)) note(each, found);
}

/** `Named`, `shapes.Named`, and each of `(Named, str)`. */
function note(node: ast.Expression, found: Set<string>): void {
  if (node.tag === "Name") found.add(node.id);
  else if (node.tag === "Attribute") found.add(node.attr);
  else if (node.tag === "Tuple") for (const each of node.elts) note(each, found);
}
