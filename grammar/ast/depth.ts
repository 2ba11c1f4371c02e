// How deep a tree is: whoever walks it by recursion holds as much on JavaScript's stack.
import type { Node } from "./node.ts";
import { children } from "./walk.ts";

export interface Depth {
  readonly levels: number;
  /** How much of a level an `elif` takes. */
  readonly elif: number;
  /** How much of a level `.name`, a call or a subscript takes behind what it stands behind. */
  readonly trailer: number;
}

/** The first node, in source order, that stands deeper than `limit`; `null` when none does. */
export function deeper_than(root: Node, limit: Depth): Node | null {
  const nodes: Node[] = [root];
  const depths: number[] = [0];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const depth = depths.pop() ?? 0;
    if (depth > limit.levels) return node;
    const below = children(node);
    const decorators = "decorator_list" in node ? (node.decorator_list as readonly Node[]) : [];
    const link = is_chain(node) ? 0.2 : 0;
    let inside = 0;
    const own: number[] = [];
    below.forEach((child, index) => {
      // these stand side by side, and run one inside the other
      if (child.tag === "comprehension" || index < decorators.length) inside++;
      else inside += link;
      own.push(depth + weight(node, child, limit) + inside);
    });
    for (let i = below.length - 1; i >= 0; i--) {
      nodes.push(below[i] as Node);
      depths.push(own[i] ?? 0);
    }
  }
  return null;
}

function weight(node: Node, child: Node, { elif, trailer }: Depth): number {
  if (is_first(node, "orelse", child)) return child.tag === "If" ? elif : 1;
  const { tag } = node;
  if (tag === "Attribute" || tag === "Subscript") return is_at(node, "value", child) ? trailer : 1;
  return tag === "Call" && is_at(node, "func", child) ? trailer : 1;
}

function is_at(node: Node, field: string, child: Node): boolean {
  return Reflect.get(node, field) === child;
}

function is_first(node: Node, field: string, child: Node): boolean {
  const nodes: unknown = node.tag === "If" ? Reflect.get(node, field) : null;
  return Array.isArray(nodes) && nodes[0] === child;
}

/** What becomes a chain of `&&`, `||` or `else if`: a link weighs less than a level. */
function is_chain({ tag }: Node): boolean {
  return chains.has(tag);
}

const chains: ReadonlySet<string> = new Set([
  "BoolOp",
  "Compare",
  "MatchOr",
  "Match",
  "Try",
  "TryStar",
]);
