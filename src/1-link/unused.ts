// Imported names that a module never mentions again.
import { children } from "../../grammar/ast/children.ts";
import type * as ast from "../../grammar/ast/index.ts";

const known = new WeakMap<ast.Module, ReadonlySet<string>>();

/** Whether nothing in the module reads the name: no variable, no attribute, no text that may name it (`__all__`). */
export function is_unused(name: string, module: ast.Module): boolean {
  let mentioned = known.get(module);
  if (mentioned === undefined) {
    const found = new Set<string>();
    note(module, found);
    mentioned = found;
    known.set(module, mentioned);
  }
  return !mentioned.has(name) && !DYNAMIC.some((each) => mentioned.has(each));
}

/** What may read any variable. */
const DYNAMIC = ["globals", "locals", "vars", "eval", "exec"];

function note(module: ast.Module, mentioned: Set<string>): void {
  const pending: ast.Node[] = [module];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.tag === "Name") mentioned.add((node as ast.Name).id);
    else if (node.tag === "Attribute") mentioned.add((node as ast.Attribute).attr);
    else if (node.tag === "Constant") {
      const { value } = node as ast.Constant;
      if (value.type === "str")
        for (const word of value.value.match(/\w+/gu) ?? []) mentioned.add(word);
    }
    for (const child of children(node)) pending.push(child);
  }
}
