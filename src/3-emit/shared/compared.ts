// Which variables are compared with something: there TypeScript must not know their literal value.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { Emit } from "../emit.ts";
import { children } from "./walk.ts";

const known = new WeakMap<ast.Node, ReadonlySet<ast.Node>>();

/** Whether some comparison or match of the module has the variable as an operand. */
export function compares_names(binding: Binding, emit: Emit): boolean {
  const { node } = emit.facts.scopes.module;
  let operands = known.get(node);
  if (operands === undefined) {
    const found = new Set<ast.Node>();
    collect(node, found);
    operands = found;
    known.set(node, operands);
  }
  return binding.references.some((reference) => operands.has(reference));
}

function collect(node: ast.Node, found: Set<ast.Node>): void {
  if (node.tag === "Compare") {
    const compare = node as ast.Compare;
    found.add(compare.left);
    for (const each of compare.comparators) found.add(each);
  } else if (node.tag === "Match") {
    found.add((node as ast.Match).subject);
  }
  for (const child of children(node)) collect(child, found);
}
