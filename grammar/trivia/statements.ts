// Comments between statements: behind one, above the next, or at the end of a suite by their column.
import type { Node } from "../ast/node.ts";
import type { Comment } from "../ast/trivia.ts";
import { find_code, type Gap } from "./gap.ts";
import type { Lines } from "./lines.ts";
import { is_compound, last_statement, span_of } from "./suites.ts";
import type { Tables } from "./tables.ts";

/** The gap lies between two statements (or clauses), or at an end of the module. */
export function place_between_statements(
  gap: Gap,
  comments: readonly Comment[],
  text: string,
  lines: Lines,
  tables: Tables,
): void {
  const { owner, before, after } = gap;
  const clause = clause_keyword(gap, comments, text);
  const suites = new OpenSuites(clause < 0 ? before : owner, before, lines);
  let leads = before === null;
  for (let i = gap.from; i < gap.to; i++) {
    const comment = comments[i];
    if (comment === undefined) break;
    const is_behind_clause = clause >= 0 && comment.start > clause;
    if (!comment.own_line && before !== null && !is_behind_clause) {
      tables.trail(innermost_last(before), comment);
      continue;
    }
    leads ||= !comment.own_line || is_behind_clause;
    const next = clause >= 0 ? owner : after;
    const suite = leads ? null : suites.at(comment, next);
    leads ||= suite === null;
    if (suite === null) tables.lead_or_dangle(after, owner, comment);
    else tables.dangle(suite, comment);
  }
}

/** Where the `else` or `finally` stands that parts two suites; -1 when nothing but comments does. */
function clause_keyword(
  { owner, before, after, from }: Gap,
  comments: readonly Comment[],
  text: string,
): number {
  if (owner.tag === "Module" || before === null || after === null) return -1;
  const { start } = span_of(after);
  return find_code(text, comments, from, { start: before.end, end: start }, /[^\s;\\@(]/);
}

/** The statement that really ends there: the last one of the last suite. */
function innermost_last(node: Node): Node {
  let found = node;
  for (let last = last_statement(found); last !== null; last = last_statement(found)) found = last;
  return found;
}

/** The suites that are open behind a statement: once a comment ended one, it stays closed. */
class OpenSuites {
  readonly #lines: Lines;
  readonly #outermost: Node | null;
  readonly #last: Node | null;
  #open: { readonly node: Node; readonly column: number }[] | null = null;

  /** `outermost` is `last`, or the owner of `last` when a clause of the owner follows. */
  constructor(outermost: Node | null, last: Node | null, lines: Lines) {
    this.#outermost = outermost;
    this.#last = last;
    this.#lines = lines;
  }

  /**
   * The compound statement whose suite the comment ends, by its column: the deepest one that begins left
   * of it. Null when the comment is no deeper than what comes next.
   */
  at(comment: Comment, next: Node | null): Node | null {
    const column = this.#lines.column(comment.start);
    const next_column = next === null ? 0 : this.#lines.column(span_of(next).start);
    if (column <= next_column) return null;
    this.#open ??= this.#suites();
    const open = this.#open;
    while (open.length > 0 && (open.at(-1)?.column ?? 0) >= column) open.pop();
    return open.at(-1)?.node ?? null;
  }

  #suites(): { readonly node: Node; readonly column: number }[] {
    const nodes: Node[] = [];
    if (this.#outermost !== null && this.#outermost !== this.#last) nodes.push(this.#outermost);
    for (let node = this.#last; node !== null && is_compound(node); node = last_statement(node))
      nodes.push(node);
    return nodes.map((node) => ({ node, column: this.#lines.column(node.start) }));
  }
}
