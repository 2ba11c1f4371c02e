// The comments that a target tree carries, and the places between them where others can stand, in the order of the text.
import type { Span } from "../../../grammar/ast/index.ts";
import type * as target from "../../target/nodes.ts";
import { is_line_holder, parts_of, type Visited } from "./visit.ts";

export interface Carried {
  readonly kind: "comment";
  readonly node: number;
  readonly at: number;
  /** The statement or member that it stands above. */
  readonly above: Slot | null;
}

/** Above a statement or class member, or below it. */
export interface Slot {
  readonly kind: "above" | "below";
  readonly node: number;
  /** The part of the Python text that the statement was made from. */
  readonly span: Span | null;
  /** The statement or member inside of which it stands. */
  readonly within: Slot | null;
}

type Growing = { -readonly [K in keyof Slot]: Slot[K] };

/** Nodes are numbered in the order of `parts_of`, so that the tree can be made anew by the numbers. */
export function places(program: target.Program): readonly (Carried | Slot)[] {
  const found: (Carried | Slot)[] = [];
  let count = 0;
  const carry = (
    lines: readonly (target.CommentLine | null)[],
    node: number,
    above: Slot | null,
  ): void => {
    for (const line of lines)
      if (line !== null) found.push({ kind: "comment", node, at: line.at, above });
  };
  const visit = (node: Visited, is_line: boolean, within: Slot | null): Span | null => {
    const number = count++;
    const above: Growing = { kind: "above", node: number, span: null, within };
    if (is_line) found.push(above);
    carry(node.leading ?? [], number, is_line ? above : null);
    let span: Span | null = node.origin ?? place_of_comments(node);
    for (const [key, part] of parts_of(node))
      span = united(span, visit(part, is_line_holder(node, key), is_line ? above : within));
    above.span = span;
    carry(node.trailing === undefined ? [] : [node.trailing], number, null);
    carry(node.below ?? [], number, null);
    if (is_line && node.kind !== "Comments")
      found.push({ kind: "below", node: number, span, within });
    return span;
  };
  visit(program, false, null);
  return found;
}

/** Where a statement of comments alone stood. */
function place_of_comments({ kind, leading = [] }: Visited): Span | null {
  const at = leading.find((line) => line !== null)?.at;
  return kind === "Comments" && at !== undefined ? { start: at, end: at } : null;
}

function united(one: Span | null, other: Span | null): Span | null {
  if (one === null || other === null) return one ?? other;
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}
