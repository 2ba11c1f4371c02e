// Where a tree's comments are: which nodes hold some, and which hold some outside of brackets of their own.
import type { Node } from "../ast/node.ts";
import type { Comment, Trivia } from "../ast/trivia.ts";
import { children } from "../ast/walk.ts";

const bracketed = new Set(
  "List Tuple Dict Set ListComp SetComp DictComp GeneratorExp FormattedValue MatchSequence MatchMapping".split(
    " ",
  ),
);

export class Commented {
  readonly #trivia: Trivia;
  readonly #holders: ReadonlySet<Node>;
  readonly #exposed = new Map<Node, boolean>();

  constructor(root: Node, trivia: Trivia) {
    this.#trivia = trivia;
    this.#holders = holders(root, trivia);
  }

  /** Whether there are comments at the node or anywhere below it. */
  has(node: Node): boolean {
    return this.#holders.has(node);
  }

  leading(node: Node): readonly Comment[] {
    return this.#trivia.leading.get(node) ?? [];
  }

  trailing(node: Node): readonly Comment[] {
    return this.#trivia.trailing.get(node) ?? [];
  }

  dangling(node: Node): readonly Comment[] {
    return this.#trivia.dangling.get(node) ?? [];
  }

  blank_lines(node: Node): number {
    return this.#trivia.blank_lines.get(node) ?? 0;
  }

  /** Whether the node must stand in brackets, for the line to end behind a comment. */
  is_exposed(node: Node): boolean {
    if (!this.has(node)) return false;
    const known = this.#exposed.get(node);
    if (known !== undefined) return known;
    const found =
      this.leading(node).length > 0 ||
      this.trailing(node).length > 0 ||
      this.is_exposed_inside(node);
    this.#exposed.set(node, found);
    return found;
  }

  /** The same without the comments of the node itself. */
  is_exposed_inside(node: Node): boolean {
    if (!this.has(node) || bracketed.has(node.tag)) return false;
    if (node.tag === "Call" || node.tag === "Subscript" || node.tag === "MatchClass")
      return children(node)
        .slice(0, 1)
        .some((each) => this.is_exposed(each));
    return this.dangling(node).length > 0 || children(node).some((each) => this.is_exposed(each));
  }
}

/**
 * Comments behind an item that stand before the comma of a list: those on lines of their own code, but the last of
 * these.
 */
export function before_comma(trailing: readonly Comment[]): readonly Comment[] {
  return trailing.slice(0, last_beside(trailing));
}

export function behind_comma(trailing: readonly Comment[]): readonly Comment[] {
  return trailing.slice(last_beside(trailing));
}

function last_beside(comments: readonly Comment[]): number {
  for (let i = comments.length - 1; i > 0; i--) if (comments[i]?.own_line === false) return i;
  return 0;
}

/** All nodes with comments, and all above them. */
function holders(root: Node, { leading, trailing, dangling }: Trivia): ReadonlySet<Node> {
  const found = new Set<Node>();
  if (leading.size + trailing.size + dangling.size === 0) return found;
  const work: { node: Node; above: number }[] = [{ node: root, above: -1 }];
  const nodes: Node[] = [];
  const parents: number[] = [];
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    const index = nodes.push(item.node) - 1;
    parents.push(item.above);
    for (const child of children(item.node)) work.push({ node: child, above: index });
  }
  nodes.forEach((node, index) => {
    if (!leading.has(node) && !trailing.has(node) && !dangling.has(node)) return;
    let at = index;
    for (let each = nodes[at]; each !== undefined && !found.has(each); each = nodes[at]) {
      found.add(each);
      at = parents[at] ?? -1;
    }
  });
  return found;
}
