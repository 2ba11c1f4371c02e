// What stands between two neighbouring nodes besides comments: brackets, colons, keywords.
import type { Node } from "../ast/node.ts";
import type { Comment } from "../ast/trivia.ts";

/** Comments `from` to `to` (exclusive) stand between two children of a node, or beside its only one. */
export interface Gap {
  readonly owner: Node;
  readonly before: Node | null;
  readonly after: Node | null;
  readonly from: number;
  readonly to: number;
}

/** The first match of a pattern in the code of a range, comments left out; -1 for none. */
export function find_code(
  text: string,
  comments: readonly Comment[],
  first: number,
  range: { readonly start: number; readonly end: number },
  pattern: RegExp,
): number {
  let at = range.start;
  for (let i = first; at < range.end; i++) {
    const comment = comments[i];
    const stop = Math.min(range.end, comment?.start ?? range.end);
    const found = text.slice(at, stop).search(pattern);
    if (found >= 0) return at + found;
    at = Math.max(stop, comment?.end ?? range.end);
  }
  return -1;
}

/** Reads on through a gap, from comment to comment, and remembers what it saw. */
export class Between {
  readonly #text: string;
  #at: number;
  is_opened = false;
  has_colon = false;
  has_star = false;
  has_arrow = false;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  read_to(comment: Comment): void {
    const code = this.#text.slice(this.#at, comment.start);
    this.#at = comment.end;
    this.is_opened ||= /[([{]/.test(code);
    this.has_colon ||= code.includes(":");
    this.has_star ||= code.includes("*");
    this.has_arrow ||= code.includes("->");
  }
}
