// Comments find their node: one pass down the tree, only into nodes that hold comments.
import type { ClassDef } from "../ast/compound-statements.ts";
import type { FormattedValue } from "../ast/expressions.ts";
import type { Module } from "../ast/module.ts";
import type { Node, Span } from "../ast/node.ts";
import type { Comment, Trivia } from "../ast/trivia.ts";
import { count_blank_lines } from "./blank-lines.ts";
import { Extents, parts } from "./extents.ts";
import { Between, find_code, type Gap } from "./gap.ts";
import { is_behind_star, place_in_header, trailed } from "./headers.ts";
import { Lines } from "./lines.ts";
import { place_between_statements } from "./statements.ts";
import { is_compound, is_in_suite, span_of } from "./suites.ts";
import { Tables } from "./tables.ts";

/** Attaches every comment to exactly one node, as `Trivia` describes. Linear in the text. */
export function attach(module: Module, spans: readonly Span[], text: string): Trivia {
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
  const { leading, trailing, dangling } = new Attacher(text, lines, comments).module(module);
  const blank_lines = count_blank_lines(module, leading, lines);
  return { leading, trailing, dangling, blank_lines };
}

/** A node and the comments inside of it: `from` to `to`, exclusive. */
interface Inside {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
}

class Attacher {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #comments: readonly Comment[];
  readonly #extents: Extents;
  readonly #tables = new Tables();

  constructor(text: string, lines: Lines, comments: readonly Comment[]) {
    this.#text = text;
    this.#lines = lines;
    this.#comments = comments;
    this.#extents = new Extents(text);
  }

  module(module: Module): Tables {
    const work: Inside[] = [{ node: module, from: 0, to: this.#comments.length }];
    for (let item = work.pop(); item !== undefined; item = work.pop()) this.#node(item, work);
    this.#tables.sort();
    return this.#tables;
  }

  /** Places the comments between a node's children; those inside of them are further work. */
  #node({ node: owner, from, to }: Inside, work: Inside[]): void {
    if (from === to) return;
    let before: Node | null = null;
    let at = from;
    for (const child of sorted_parts(owner)) {
      const { start, end } = this.#extent(child, before?.end ?? owner.start, at);
      let stop = this.#first_from(start, at, to);
      if (stop > at) this.#gap({ owner, before, after: child, from: at, to: stop });
      at = stop;
      stop = this.#first_from(end, at, to);
      if (stop > at) work.push({ node: child, from: at, to: stop });
      at = stop;
      if (at === to) return;
      before = child;
    }
    this.#gap({ owner, before, after: null, from: at, to });
  }

  #extent(node: Node, from: number, comment: number): Span {
    if (!is_in_suite(node)) return this.#extents.of(node);
    const decorator = (node as Partial<ClassDef>).decorator_list?.[0];
    if (decorator === undefined) return node;
    const range = { start: from, end: decorator.start };
    const start = find_code(this.#text, this.#comments, comment, range, /@/);
    return { start: start < 0 ? decorator.start : start, end: node.end };
  }

  /** The first comment of a range that begins at a place or behind it. */
  #first_from(place: number, from: number, to: number): number {
    const comments = this.#comments;
    if (from === to || (comments[from]?.start ?? place) >= place) return from;
    let [low, high] = [from + 1, to];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((comments[middle]?.start ?? place) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #gap(gap: Gap): void {
    const { owner, before, after } = gap;
    if (owner.tag === "Module" || (before !== null && is_compound(owner) && is_in_suite(before)))
      return place_between_statements(gap, this.#comments, this.#text, this.#lines, this.#tables);
    const start = before === null ? owner.start : this.#extents.of(before).end;
    const between = new Between(this.#text, start);
    for (const comment of this.#comments.slice(gap.from, gap.to)) {
      between.read_to(comment);
      if (is_compound(owner)) place_in_header(gap, comment, between, this.#tables);
      else if (owner.tag === "JoinedStr") this.#between_pieces(gap, comment);
      else this.#between_parts(owner, before, after, comment, between);
    }
  }

  /** Inside an expression or a simple statement: the element on the same line, else the next one. */
  #between_parts(
    owner: Node,
    before: Node | null,
    after: Node | null,
    comment: Comment,
    between: Between,
  ): void {
    const tables = this.#tables;
    if (before === null) return tables.lead_or_dangle(after, owner, comment);
    const last = trailed(before, owner);
    const next = is_format(owner, after) ? null : after;
    if (!comment.own_line && !between.is_opened && !is_behind_star(owner, between))
      tables.trail(last, comment);
    else if (next !== null) tables.lead(next, comment);
    else if (between.is_opened) tables.dangle(owner, comment);
    else tables.trail(last, comment);
  }

  /** Between adjacent string literals, one of them an f-string. */
  #between_pieces({ owner, before, after }: Gap, comment: Comment): void {
    const tables = this.#tables;
    if (before !== null && (!comment.own_line || after === null)) tables.trail(before, comment);
    else tables.lead_or_dangle(after, owner, comment);
  }
}

function is_format(owner: Node, node: Node | null): boolean {
  return owner.tag === "FormattedValue" && node === (owner as FormattedValue).format_spec;
}

function sorted_parts(node: Node): readonly Node[] {
  const found = parts(node);
  return found.some((child) => span_of(child).start !== child.start)
    ? found.toSorted((a, b) => span_of(a).start - span_of(b).start)
    : found;
}
