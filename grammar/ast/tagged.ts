// The nodes of a module by what they are, found in one walk: who looks for all calls needs no walk of its own.
import { children } from "./children.ts";
import type { Statement } from "./compound-statements.ts";
import type { Arg, Expression } from "./expressions.ts";
import type { Node } from "./node.ts";

type Indexed = Expression | Statement | Arg;

/** All nodes of the module with the tag, parents first, otherwise in the order of CPython's fields. */
export function tagged<Tag extends Indexed["tag"]>(
  module: Node,
  tag: Tag,
): readonly Extract<Indexed, { readonly tag: Tag }>[] {
  let index = indexes.get(module);
  if (index === undefined) {
    index = index_of(module);
    indexes.set(module, index);
  }
  return (index.get(tag) ?? []) as readonly Extract<Indexed, { readonly tag: Tag }>[];
}

const indexes = new WeakMap<Node, ReadonlyMap<string, readonly Node[]>>();

/** Of any depth: the stack is not JavaScript's. */
function index_of(module: Node): ReadonlyMap<string, readonly Node[]> {
  const index = new Map<string, Node[]>();
  const pending: Node[] = [module];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const alike = index.get(node.tag);
    if (alike === undefined) index.set(node.tag, [node]);
    else alike.push(node);
    const below = children(node);
    for (let i = below.length - 1; i >= 0; i--) pending.push(below[i] as Node);
  }
  return index;
}
