// Cuts a program that differs down to the few words that matter, by leaving out and replacing parts of its tree.
import { parse } from "../../grammar/index.ts";
import { children, walk } from "../../grammar/ast/walk.ts";
import type { Node, Statement } from "../../grammar/ast/index.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const MOST_ATTEMPTS = 1500;

/** The shortest text found for which `still_differs` holds; it holds for `source`. */
export async function shrink(
  source: string,
  still_differs: (source: string) => Promise<boolean>,
): Promise<string> {
  let best = source;
  let attempts = 0;
  const tried = new Set<string>();
  for (let is_smaller = true; is_smaller;) {
    is_smaller = false;
    for (const edit of edits_of(best)) {
      const candidate = best.slice(0, edit.start) + edit.text + best.slice(edit.end);
      if (candidate.length >= best.length || tried.has(candidate)) continue;
      tried.add(candidate);
      if (++attempts > MOST_ATTEMPTS) return best;
      if (!(await still_differs(candidate))) continue;
      best = candidate;
      is_smaller = true;
      break;
    }
  }
  return best;
}

/** What may be left out or replaced, the largest first. */
function edits_of(source: string): readonly Edit[] {
  const { module, errors } = parse(source);
  if (errors.length > 0) return [];
  const edits: Edit[] = [];
  for (const node of walk(module)) {
    for (const suite of suites_of(node)) edits.push(...suite_edits(suite, source, node === module));
    edits.push(...clause_edits(node), ...item_edits(node));
    if (is_expression(node)) edits.push(...expression_edits(node, source));
  }
  const gain = ({ start, end, text }: Edit) => end - start - text.length;
  return edits.filter((edit) => gain(edit) > 0).sort((a, b) => gain(b) - gain(a));
}

function suites_of(node: Node): readonly (readonly Statement[])[] {
  return ["body", "orelse", "finalbody"].flatMap((name) => {
    const value = (node as unknown as Record<string, unknown>)[name];
    return Array.isArray(value) && value.length > 0 ? [value as Statement[]] : [];
  });
}

/** Halves, quarters … and single statements left out; a block in place of its compound statement. */
function* suite_edits(suite: readonly Statement[], source: string, is_module: boolean) {
  for (let size = suite.length; size >= 1; size = Math.floor(size / 2))
    for (let i = 0; i < suite.length; i += size) {
      const [first, last] = [suite[i], suite[Math.min(i + size, suite.length) - 1]];
      if (first === undefined || last === undefined) continue;
      const is_all = size >= suite.length;
      const start = line_start(source, start_of(first));
      if (is_all && !is_module) yield { start: start_of(first), end: last.end, text: "pass" };
      else yield { start, end: after_line(source, last.end), text: "" };
    }
  for (const statement of suite) yield* hoisting_edits(statement, source);
}

function start_of(statement: Statement): number {
  const decorators = "decorator_list" in statement ? statement.decorator_list : [];
  return (decorators[0]?.start ?? statement.start + 1) - 1;
}

function* hoisting_edits(statement: Statement, source: string) {
  for (const block of [
    ...suites_of(statement),
    ...children(statement).filter(is_clause).flatMap(suites_of),
  ]) {
    const [first, last] = [block[0], block.at(-1)];
    if (first === undefined || last === undefined || statement.tag === "Expr") continue;
    const from = line_start(source, start_of(first));
    const inner = start_of(first) - from;
    const start = line_start(source, start_of(statement));
    const outer = start_of(statement) - start;
    if (inner <= outer) continue;
    const text = source
      .slice(from, after_line(source, last.end))
      .split("\n")
      .map((line) =>
        /^ *$/.test(line) ? line : line.slice(Math.min(inner - outer, line.search(/\S/))),
      )
      .join("\n");
    yield { start, end: after_line(source, statement.end), text };
  }
}

function is_clause(node: Node): boolean {
  return node.tag === "ExceptHandler" || node.tag === "match_case";
}

/** `else`, `finally`, handlers and cases left out. */
function* clause_edits(node: Node) {
  let end = -1;
  const parts = ["body", "handlers", "orelse", "finalbody", "cases"].flatMap((name) => {
    const value = (node as unknown as Record<string, unknown>)[name];
    if (!Array.isArray(value) || value.length === 0) return [];
    const list = value as readonly Node[];
    return name === "handlers" || name === "cases" ? list.map((each) => [each]) : [list];
  });
  for (const part of parts) {
    const last = part.at(-1);
    if (last === undefined) continue;
    if (end >= 0) yield { start: end, end: last.end, text: "" };
    end = last.end;
  }
}

/** Elements, arguments and operands left out. */
function* item_edits(node: Node) {
  for (const value of Object.values(node)) {
    if (!Array.isArray(value) || value.length === 0) continue;
    const items = (value as readonly unknown[]).filter(is_node);
    if (items.length !== value.length || items.some((item) => is_statement_list_item(item)))
      continue;
    for (const [i, item] of items.entries()) {
      const [before, after] = [items[i - 1], items[i + 1]];
      if (after !== undefined) yield { start: item.start, end: after.start, text: "" };
      else if (before !== undefined) yield { start: before.end, end: item.end, text: "" };
      else if (!is_target(node)) yield { start: item.start, end: item.end, text: "" };
    }
  }
}

function is_node(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "tag" in value;
}

/** `[a] = …` */
function is_target(node: Node): boolean {
  return "ctx" in node && node.ctx === "Store";
}

function is_statement_list_item(node: Node): boolean {
  return is_clause(node) || STATEMENTS.has(node.tag) || node.tag === "arguments";
}

const STATEMENTS = new Set(
  (
    "FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias AugAssign AnnAssign For AsyncFor While " +
    "If With AsyncWith Match Raise Try TryStar Assert Import ImportFrom Global Nonlocal Expr Pass Break Continue"
  ).split(" "),
);

const EXPRESSIONS = new Set(
  (
    "BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp DictComp GeneratorExp Await Yield " +
    "YieldFrom Compare Call JoinedStr Constant Attribute Subscript List Tuple"
  ).split(" "),
);

function is_expression(node: Node): boolean {
  return EXPRESSIONS.has(node.tag);
}

/** One of its parts, or a plain value, in place of an expression. */
function* expression_edits(node: Node, source: string) {
  const { start, end } = node;
  for (const child of children(node))
    if (node.tag === "Call" && child.start === start) continue;
    else if (is_expression(child) || child.tag === "Name")
      yield { start, end, text: source.slice(child.start, child.end) };
  for (const text of ["0", "1", '""', "None", "[]"]) yield { start, end, text };
}

function line_start(source: string, offset: number): number {
  return source.lastIndexOf("\n", offset - 1) + 1;
}

function after_line(source: string, offset: number): number {
  const end = source.indexOf("\n", offset);
  return end < 0 ? source.length : end + 1;
}
