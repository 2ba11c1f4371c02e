// Walks any part of the tree without knowing its constructs.
import type * as ast from "../../../grammar/ast/index.ts";

/** The nodes directly below, in field order. */
export function children(node: ast.Node): readonly ast.Node[] {
  const found: ast.Node[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const each of value) if (is_node(each)) found.push(each);
    } else if (is_node(value)) {
      found.push(value);
    }
  }
  return found;
}

/** Whether the node or one below it answers yes; what `enter` refuses is not looked into. */
export function some_node(
  node: ast.Node,
  matches: (node: ast.Node) => boolean,
  enter: (node: ast.Node) => boolean = () => true,
): boolean {
  if (matches(node)) return true;
  if (!enter(node)) return false;
  return children(node).some((child) => some_node(child, matches, enter));
}

/** Code that runs later than the expression in which it stands. */
export function is_deferred(node: ast.Node): boolean {
  return (
    node.tag === "Lambda" ||
    node.tag === "FunctionDef" ||
    node.tag === "AsyncFunctionDef" ||
    node.tag === "GeneratorExp"
  );
}

function is_node(value: unknown): value is ast.Node {
  return typeof value === "object" && value !== null && "tag" in value && "start" in value;
}
