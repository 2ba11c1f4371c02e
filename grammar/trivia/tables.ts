// The three tables while they grow.
import type { Node } from "../ast/node.ts";
import type { Comment } from "../ast/trivia.ts";

type Table = Map<Node, Comment[]>;

export class Tables {
  readonly leading: Table = new Map();
  readonly trailing: Table = new Map();
  readonly dangling: Table = new Map();

  lead(node: Node, comment: Comment): void {
    add(this.leading, node, comment);
  }

  trail(node: Node, comment: Comment): void {
    add(this.trailing, node, comment);
  }

  dangle(node: Node, comment: Comment): void {
    add(this.dangling, node, comment);
  }

  /** Leads a node; where there is none to lead, dangles in its owner. */
  lead_or_dangle(node: Node | null, owner: Node, comment: Comment): void {
    if (node === null) this.dangle(owner, comment);
    else this.lead(node, comment);
  }

  /** All of a node's comments in the order of the text. */
  sort(): void {
    for (const table of [this.leading, this.trailing, this.dangling])
      for (const list of table.values())
        if (list.length > 1) list.sort((a, b) => a.start - b.start);
  }
}

function add(table: Table, node: Node, comment: Comment): void {
  const list = table.get(node);
  if (list === undefined) table.set(node, [comment]);
  else list.push(comment);
}
