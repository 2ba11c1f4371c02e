// Imported names that a module never mentions again.

import type * as ast from "../../grammar/ast/index.ts";
import { tagged } from "../../grammar/ast/tagged.ts";

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
  for (const { id } of tagged(module, "Name")) mentioned.add(id);
  for (const { attr } of tagged(module, "Attribute")) mentioned.add(attr);
  for (const { value } of tagged(module, "Constant"))
    if (value.type === "str")
      for (const word of value.value.match(/\w+/gu) ?? []) mentioned.add(word);
}
