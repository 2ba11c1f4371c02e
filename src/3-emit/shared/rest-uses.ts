// Whether anybody can tell that *args is a tuple and not an array.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import { children } from "./walk.ts";

/** All uses spread it into a call, loop over it or ask for its length. */
export function is_array_enough(binding: Binding, owner: ast.Node): boolean {
  if (binding.is_rebound || binding.definitions.length > 1) return false;
  const harmless = new Set<ast.Node>();
  collect(owner, harmless);
  return binding.references.every((reference) => harmless.has(reference));
}

function collect(node: ast.Node, found: Set<ast.Node>): void {
  if (node.tag === "Call") {
    const call = node as ast.Call;
    for (const each of call.args) if (each.tag === "Starred") found.add(each.value);
    const [only] = call.args;
    if (call.func.tag === "Name" && call.func.id === "len" && only !== undefined) found.add(only);
  } else if (node.tag === "For") {
    found.add((node as ast.For).iter);
  } else if (node.tag === "comprehension") {
    found.add((node as ast.Comprehension).iter);
  }
  for (const child of children(node)) collect(child, found);
}
