// Walks any part of the tree without knowing its constructs.
import { children } from "../../../grammar/ast/children.ts";
import type * as ast from "../../../grammar/ast/index.ts";

export { children };

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
