// The children of a node, in the order in which they stand in the text.
import { children as children_by_field } from "./children.ts";
import type { Node } from "./node.ts";

/** The nodes directly below a node, in source order. */
export function children(node: Node): readonly Node[] {
  const found = children_by_field(node);
  for (let i = 1; i < found.length; i++)
    if ((found[i - 1]?.start ?? 0) > (found[i]?.start ?? 0))
      return [...found].sort((a, b) => a.start - b.start || a.end - b.end);
  return found;
}

/** Every node of a tree, parents first, in source order. Any depth: the stack is not JavaScript's. */
export function* walk(root: Node): Generator<Node, void, undefined> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    const below = children(node);
    for (let i = below.length - 1; i >= 0; i--) stack.push(below[i] as Node);
  }
}
