// Imported names that a module never mentions again.
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
  const pending: unknown[] = [module];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (Array.isArray(value)) pending.push(...(value as readonly unknown[]));
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    const node = value as ast.Node;
    if (node.tag === "Name") mentioned.add((node as ast.Name).id);
    else if (node.tag === "Attribute") mentioned.add((node as ast.Attribute).attr);
    else if (node.tag === "Constant") {
      const { value: constant } = node as ast.Constant;
      if (constant.type === "str")
        for (const word of constant.value.match(/\w+/gu) ?? []) mentioned.add(word);
    }
    if (node.tag !== "alias")
      for (const each of Object.values(node)) if (typeof each === "object") pending.push(each ?? 0);
  }
}
