// Which variables are compared with something: there TypeScript must not know their literal value.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { Emit } from "../emit.ts";

const known = new WeakMap<ast.Node, ReadonlySet<ast.Node>>();

/** Whether some comparison or match of the module has the variable as an operand. */
export function compares_names(binding: Binding, emit: Emit): boolean {
  const { node } = emit.facts.scopes.module;
  let operands = known.get(node);
  if (operands === undefined) {
    operands = new Set([
      ...tagged(node, "Compare").flatMap(({ left, comparators }) => [left, ...comparators]),
      ...tagged(node, "Match").map(({ subject }) => subject),
    ]);
    known.set(node, operands);
  }
  return binding.references.some((reference) => operands.has(reference));
}
