// Comments find their node: one pass down the tree, only into nodes that hold comments.
import type { Module } from "../ast/module.ts";
import type { Node, Span } from "../ast/node.ts";
import type { Comment, Trivia } from "../ast/trivia.ts";
import { children } from "../ast/walk.ts";
import { count_blank_lines } from "./blank-lines.ts";
import { Lines } from "./lines.ts";
import { is_compound, is_in_suite, last_statement, span_of } from "./suites.ts";

type Table = Map<Node, Comment[]>;

/** Attaches every comment to exactly one node, as `Trivia` describes. Linear in the text. */
export function attach(module: Module, spans: readonly Span[], text: string): Trivia {
  const attacher = new Attacher(text);
  const lines = new Lines(text);
  const comments = spans.map(({ start, end }): Comment => {
    const blank = lines.blank_before(start);
    return {
      start,
      end,
      text: text.slice(start, end),
      own_line: blank >= 0,
      blank_lines_before: Math.max(blank, 0),
    };
  });
  attacher.module(module, comments);
  const { leading, trailing, dangling } = attacher;
  const blank_lines = count_blank_lines(module, leading, lines);
  return { leading, trailing, dangling, blank_lines };
}

interface Gap {
  readonly owner: Node;
  readonly before: Node | null;
  readonly after: Node | null;
  readonly comments: readonly Comment[];
}

class Attacher {
  readonly leading: Table = new Map();
  readonly trailing: Table = new Map();
  readonly dangling: Table = new Map();
  readonly #text: string;
  readonly #lines: Lines;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new Lines(text);
  }

  module(module: Module, comments: readonly Comment[]): void {
    const work: { node: Node; comments: readonly Comment[] }[] = [{ node: module, comments }];
    for (let item = work.pop(); item !== undefined; item = work.pop())
      for (const inside of this.#node(item.node, item.comments)) work.push(inside);
    for (const list of this.dangling.values()) list.sort((a, b) => a.start - b.start);
  }

  /** Deals with the comments between a node's children, and gives back those inside of them. */
  #node(node: Node, comments: readonly Comment[]): { node: Node; comments: readonly Comment[] }[] {
    const inside: { node: Node; comments: readonly Comment[] }[] = [];
    if (comments.length === 0) return inside;
    let before: Node | null = null;
    let at = 0;
    for (const child of sorted_children(node)) {
      const { start, end } = span_of(child);
      const gap = take_until(comments, at, start);
      if (gap.length > 0) this.#gap({ owner: node, before, after: child, comments: gap });
      at += gap.length;
      const within = take_until(comments, at, end);
      if (within.length > 0) inside.push({ node: child, comments: within });
      at += within.length;
      if (at === comments.length) return inside;
      before = child;
    }
    this.#gap({ owner: node, before, after: null, comments: comments.slice(at) });
    return inside;
  }

  #gap(gap: Gap): void {
    if (gap.owner.tag === "Module" || is_compound(gap.owner)) this.#between_statements(gap);
    else for (const comment of gap.comments) this.#between_parts(gap, comment);
  }

  /** Inside an expression or a simple statement: the element on the same line, else the next one. */
  #between_parts({ owner, before, after }: Gap, comment: Comment): void {
    const between = before === null ? "(" : this.#text.slice(before.end, comment.start);
    const is_beside = before !== null && !comment.own_line && !/[\n\r]|[([{]\s*$/.test(between);
    if (is_beside) add(this.trailing, last_of(before), comment);
    else if (after !== null) add(this.leading, first_of(after), comment);
    else if (before !== null && !/[([{]\s*$/.test(between))
      add(this.trailing, last_of(before), comment);
    else add(this.dangling, owner, comment);
  }

  /** Among the suites of a compound statement, its header, or the statements of the module. */
  #between_statements(gap: Gap): void {
    const { owner, before, after, comments } = gap;
    const clause = this.#clause_keyword(gap);
    let leads = false;
    for (const comment of comments) {
      if (!comment.own_line && this.#is_beside(before, comment)) {
        if (before !== null) add(this.trailing, last_of(innermost_last(before)), comment);
      } else if (after !== null && !is_in_suite(after)) {
        this.#between_parts(gap, comment);
      } else if (!comment.own_line) this.#lead(owner, after, comment);
      else if (!leads && before !== null && is_in_suite(before)) {
        const reference = clause >= 0 && comment.start < clause ? owner : after;
        const suite = this.#suite_of(before, comment, reference, owner);
        if (suite !== null) add(this.dangling, suite, comment);
        else {
          leads = true;
          this.#lead(owner, after, comment);
        }
      } else this.#lead(owner, after, comment);
    }
  }

  #lead(owner: Node, after: Node | null, comment: Comment): void {
    if (after !== null) add(this.leading, after, comment);
    else add(this.dangling, owner, comment);
  }

  #is_beside(before: Node | null, comment: Comment): boolean {
    if (before === null) return false;
    const between = this.#text.slice(before.end, comment.start);
    if (/[\n\r]/.test(between)) return false;
    return is_in_suite(before) || !/[:([{]/.test(between);
  }

  /**
   * The compound statement whose suite a comment below `before` ends, by its column: the deepest one
   * that begins left of the comment. Null when the comment is no deeper than what comes next.
   */
  #suite_of(before: Node, comment: Comment, next: Node | null, owner: Node): Node | null {
    const column = this.#lines.column(comment.start);
    const next_column = next === null ? 0 : this.#lines.column(span_of(next).start);
    if (column <= next_column) return null;
    let found: Node | null = next === owner ? owner : null;
    for (let node: Node | null = before; node !== null; node = last_statement(node)) {
      if (this.#lines.column(node.start) >= column) break;
      if (is_compound(node)) found = node;
    }
    return found;
  }

  /** Where the `else` or `finally` stands that parts two suites; -1 when nothing but comments does. */
  #clause_keyword({ owner, before, after, comments }: Gap): number {
    if (owner.tag === "Module" || before === null || after === null) return -1;
    if (!is_in_suite(before) || !is_in_suite(after)) return -1;
    let at = before.end;
    for (const comment of comments) {
      const code = at + this.#text.slice(at, comment.start).search(/[^\s;\\]/);
      if (code >= at) return code;
      at = comment.end;
    }
    const code = this.#text.slice(at, span_of(after).start).search(/[^\s;\\]/);
    return code < 0 ? -1 : at + code;
  }
}

function take_until(comments: readonly Comment[], from: number, end: number): readonly Comment[] {
  let to = from;
  while (to < comments.length && (comments[to]?.start ?? end) < end) to++;
  return from === to ? none : comments.slice(from, to);
}

const none: readonly Comment[] = [];

function sorted_children(node: Node): readonly Node[] {
  const found = children(node);
  return found.some((child) => span_of(child).start !== child.start)
    ? found.toSorted((a, b) => span_of(a).start - span_of(b).start)
    : found;
}

function add(table: Table, node: Node, comment: Comment): void {
  const list = table.get(node);
  if (list === undefined) table.set(node, [comment]);
  else list.push(comment);
}

/** The statement that really ends there: the last one of the last suite. */
function innermost_last(node: Node): Node {
  let found = node;
  for (let last = last_statement(found); last !== null; last = last_statement(found)) found = last;
  return found;
}

// the parameters as a whole are nothing that a reader sees
function first_of(node: Node): Node {
  return node.tag === "arguments" ? (children(node)[0] ?? node) : node;
}

function last_of(node: Node): Node {
  return node.tag === "arguments" ? (children(node).at(-1) ?? node) : node;
}
