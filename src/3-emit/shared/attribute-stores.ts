// Functions that the program hangs attributes on: `inner.calls = 0`.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { Emit } from "../emit.ts";

const known = new WeakMap<ast.Module, ReadonlySet<ast.Node>>();

/** Whether some statement of the module stores an attribute of what the name means. */
export function gets_attributes({ references }: Binding, emit: Emit): boolean {
  const module = emit.facts.scopes.module.node as ast.Module;
  let stored = known.get(module);
  if (stored === undefined) {
    const found = new Set<ast.Node>();
    for (const { value, ctx } of tagged(module, "Attribute"))
      if (ctx === "Store" && value.tag === "Name") found.add(value);
    stored = found;
    known.set(module, stored);
  }
  const names = stored;
  return references.some((each) => names.has(each));
}
