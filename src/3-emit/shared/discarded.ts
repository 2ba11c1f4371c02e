// Which expressions stand as statements: nobody looks at their value.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import type { Emit } from "../emit.ts";

const known = new WeakMap<ast.Node, ReadonlySet<ast.Node>>();

export function is_discarded(node: ast.Expression, emit: Emit): boolean {
  const module = emit.facts.scopes.module.node;
  let discarded = known.get(module);
  if (discarded === undefined) {
    discarded = new Set(tagged(module, "Expr").map(({ value }) => value));
    known.set(module, discarded);
  }
  return discarded.has(node);
}
