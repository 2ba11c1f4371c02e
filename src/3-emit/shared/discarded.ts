// Which expressions stand as statements: nobody looks at their value.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Emit } from "../emit.ts";
import { children } from "./walk.ts";

const known = new WeakMap<ast.Node, ReadonlySet<ast.Node>>();

export function is_discarded(node: ast.Expression, emit: Emit): boolean {
  const module = emit.facts.scopes.module.node;
  let discarded = known.get(module);
  if (discarded === undefined) {
    const found = new Set<ast.Node>();
    collect(module, found);
    discarded = found;
    known.set(module, discarded);
  }
  return discarded.has(node);
}

function collect(node: ast.Node, found: Set<ast.Node>): void {
  if (node.tag === "Expr") found.add((node as ast.Expr).value);
  for (const child of children(node)) collect(child, found);
}
