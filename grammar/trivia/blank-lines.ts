// Blank lines before statements.
import type { Module } from "../ast/module.ts";
import type { Node } from "../ast/node.ts";
import type { Comment } from "../ast/trivia.ts";
import type { Lines } from "./lines.ts";
import { span_of, suites } from "./suites.ts";

/** How many blank lines stand before each statement, or before its first leading comment. */
export function count_blank_lines(
  module: Module,
  leading: ReadonlyMap<Node, readonly Comment[]>,
  lines: Lines,
): ReadonlyMap<Node, number> {
  const counts = new Map<Node, number>();
  const work: Node[] = [module];
  for (let owner = work.pop(); owner !== undefined; owner = work.pop()) {
    for (const suite of suites(owner))
      for (const statement of suite) {
        work.push(statement);
        const start = leading.get(statement)?.[0]?.start ?? span_of(statement).start;
        const blank = lines.blank_before(start);
        if (blank > 0) counts.set(statement, blank);
      }
  }
  return counts;
}
