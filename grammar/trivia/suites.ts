// Which nodes own suites of statements, and where decorated statements begin.
import type { Node, Span } from "../ast/node.ts";

type Fields = Readonly<Record<string, readonly Node[] | undefined>>;
const suite_fields = ["body", "handlers", "cases", "orelse", "finalbody"];
const compound_tags = new Set(
  "FunctionDef AsyncFunctionDef ClassDef For AsyncFor While If With AsyncWith Match Try TryStar ExceptHandler match_case".split(
    " ",
  ),
);

const statement_tags = new Set([
  ...compound_tags,
  ..."Return Delete Assign TypeAlias AugAssign AnnAssign Raise Assert Import ImportFrom Global Nonlocal Expr Pass Break Continue".split(
    " ",
  ),
]);

/** Whether a node is a member of some suite: a statement, a handler or a case. */
export function is_in_suite(node: Node): boolean {
  return statement_tags.has(node.tag);
}

export function is_compound(node: Node): boolean {
  return compound_tags.has(node.tag);
}

/** The suites of a compound statement or clause, in the order in which they are written. */
export function suites(node: Node): readonly (readonly Node[])[] {
  const fields = node as unknown as Fields;
  return suite_fields.flatMap((name) => {
    const suite = fields[name];
    return Array.isArray(suite) && suite.length > 0 ? [suite as readonly Node[]] : [];
  });
}

/** The last statement (or clause) of a compound statement; null for the others. */
export function last_statement(node: Node): Node | null {
  if (!is_compound(node)) return null;
  return suites(node).at(-1)?.at(-1) ?? null;
}

/** A node's span; that of a decorated definition begins at its first decorator's `@`. */
export function span_of(node: Node): Span {
  const { decorator_list } = node as unknown as Fields;
  const first = decorator_list?.[0];
  return first === undefined
    ? node
    : { start: Math.min(first.start - 1, node.start), end: node.end };
}
