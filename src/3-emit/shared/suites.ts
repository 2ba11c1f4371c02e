// The suites inside a statement, and where in a tree of suites a place of the text lies.
import type * as ast from "../../../grammar/ast/index.ts";
import { is_turn } from "../../facts/turns.ts";

/** A suite of a compound statement and the clause that owns it (a handler, a case), if it has one of its own. */
export interface Suite {
  readonly body: readonly ast.Statement[];
  readonly clause: ast.ExceptHandler | ast.MatchCase | null;
}

/** The suites that run in the same scope; functions and classes have none. */
export function suites(statement: ast.Statement): readonly Suite[] {
  switch (statement.tag) {
    case "If":
    case "While":
    case "For":
    case "AsyncFor":
      return [plain(statement.body), plain(statement.orelse)];
    case "With":
    case "AsyncWith":
      return [plain(statement.body)];
    case "Try":
    case "TryStar":
      return [
        plain(statement.body),
        ...statement.handlers.map((handler) => ({ body: handler.body, clause: handler })),
        plain(statement.orelse),
        plain(statement.finalbody),
      ];
    case "Match":
      return statement.cases.map((each) => ({ body: each.body, clause: each }));
    default:
      return [];
  }
}

function plain(body: readonly ast.Statement[]): Suite {
  return { body, clause: null };
}

/** One level of the way from a scope's body down to a place: which statement, and which suite of it (`null`: its head). */
export interface Step {
  readonly body: readonly ast.Statement[];
  readonly index: number;
  readonly statement: ast.Statement;
  readonly suite: Suite | null;
}

/** The way down to the innermost statement that holds the node. Empty when the node lies outside. */
export function way_to(node: ast.Node, body: readonly ast.Statement[]): readonly Step[] {
  const steps: Step[] = [];
  let level: readonly ast.Statement[] | null = body;
  while (level !== null && level.length > 0) {
    const index = holding(level, node);
    const statement: ast.Statement | undefined = level[index];
    if (statement === undefined) return steps;
    const suite: Suite | null = node === statement ? null : suite_at(statement, node);
    steps.push({ body: level, index, statement, suite });
    level = suite === null ? null : suite.body;
  }
  return steps;
}

/** Where a statement starts, its decorators included (CPython's position is that of `def`). */
export function starts_at(statement: ast.Statement): number {
  if ("decorator_list" in statement) {
    const first = statement.decorator_list[0];
    if (first !== undefined) return Math.min(first.start, statement.start);
  }
  return statement.start;
}

/** The place of the statement that holds the node, or −1. A module's turn stands last, with statements from all over its text. */
function holding(body: readonly ast.Statement[], node: ast.Node): number {
  const index = last_starting_at(body, node.start);
  const found = body[index];
  if (found !== undefined && node.start < found.end) return index;
  const last = body.at(-1);
  return last !== undefined && is_turn(last) ? body.length - 1 : -1;
}

function last_starting_at(body: readonly ast.Statement[], offset: number): number {
  let low = 0;
  let high = body.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const statement = body[middle];
    if (statement !== undefined && starts_at(statement) <= offset) {
      found = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}

function suite_at(statement: ast.Statement, node: ast.Node): Suite | null {
  for (const suite of suites(statement)) {
    const first = suite.body[0];
    const last = suite.body.at(-1);
    if (first === undefined || last === undefined) continue;
    if (node.start >= starts_at(first) && node.start < last.end) return suite;
  }
  return null;
}
