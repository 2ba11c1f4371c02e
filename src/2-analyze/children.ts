// The nodes directly below a node, found by looking: an analysis that walks everything needs no table of fields.
import type * as ast from "../../grammar/ast/index.ts";

/** Children in the order of CPython's fields. */
export function children(node: ast.Node): ast.Node[] {
  const found: ast.Node[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const item of value) add(found, item);
    else add(found, value);
  }
  return found;
}

function add(found: ast.Node[], value: unknown): void {
  if (is_node(value)) found.push(value);
}

function is_node(value: unknown): value is ast.Node {
  return typeof value === "object" && value !== null && "tag" in value && "start" in value;
}
