// Comments, blank lines and docstrings: from the places that the grammar found for them to those of the output.
import type * as ast from "../../grammar/ast/index.ts";
import type * as target from "../target/nodes.ts";

/** Statements with the comments and blank lines of the Python statement that they stand for. */
export function with_trivia(
  statements: readonly target.Statement[],
  node: ast.Node,
  trivia: ast.Trivia,
): readonly target.Statement[] {
  const attached = attached_to(node, trivia);
  if (attached === null) return statements;
  const [first] = statements;
  if (first === undefined) return orphaned(attached);
  const { trailing, ...above } = attached;
  const head = merge(first, above);
  const rest = statements.slice(1);
  if (trailing === undefined) return [head, ...rest];
  // Behind a block the comment of its head line would move to the closing brace.
  const last = rest.at(-1) ?? head;
  if (is_block_like(last)) return [merge(head, { leading: [trailing] }, true), ...rest];
  return rest.length === 0
    ? [{ ...head, trailing }]
    : [head, ...rest.slice(0, -1), { ...last, trailing }];
}

/** The same for an import, whose comment goes with it to the head of the file. */
export function without_trailing(
  statements: readonly target.Statement[],
  node: ast.Node,
  trivia: ast.Trivia,
): readonly target.Statement[] {
  return with_trivia(statements, node, { ...trivia, trailing: new Map() });
}

/** What stood beside a node, as the target tree carries it; `null` for nothing. */
export function attached_to(node: ast.Node, trivia: ast.Trivia): target.Attached | null {
  const leading = lines_of(trivia.leading.get(node) ?? []);
  const behind = trivia.trailing.get(node) ?? [];
  const trailing = behind[0]?.own_line === false ? line_of(behind[0]) : null;
  const below = lines_of(trailing === null ? behind : behind.slice(1));
  const blank_before = (trivia.blank_lines.get(node) ?? 0) > 0;
  if (leading.length + behind.length === 0 && !blank_before) return null;
  return {
    ...(leading.length > 0 ? { leading } : {}),
    ...(trailing === null ? {} : { trailing }),
    ...(below.length > 0 ? { below } : {}),
    ...(blank_before ? { blank_before } : {}),
  };
}

/** Comments of a suite with nothing to lead or trail, as a statement of their own. */
export function dangling(
  owner: ast.Node,
  body: readonly ast.Statement[],
  trivia: ast.Trivia,
): readonly target.Statement[] {
  const all = trivia.dangling.get(owner) ?? [];
  const comments = all.filter((comment) => is_suite(last_suite_before(owner, comment), body));
  const leading = lines_of(comments);
  if (leading.length === 0) return [];
  const blank_before = (comments[0]?.blank_lines_before ?? 0) > 0;
  return [{ kind: "Comments", leading, blank_before }];
}

/** A body is the suite itself, or what is left of it below a docstring. */
function is_suite(suite: readonly ast.Statement[] | null, body: readonly ast.Statement[]): boolean {
  if (suite === null || suite === body) return true;
  return body.length === 0 ? suite.length === 1 : suite.at(-1) === body.at(-1);
}

/** The suite of the owner in which the comment stands: the last that begins above it. */
function last_suite_before(owner: ast.Node, comment: ast.Comment): readonly ast.Statement[] | null {
  const found: (readonly ast.Statement[])[] = [];
  for (const name of ["body", "orelse", "finalbody"]) {
    const suite: unknown = Reflect.get(owner, name);
    if (Array.isArray(suite)) found.push(suite as readonly ast.Statement[]);
  }
  const begun = found.filter((suite) => (suite[0]?.start ?? Infinity) < comment.start);
  return begun.at(-1) ?? found[0] ?? null;
}

/** The docstring of a body, or `null`. */
export function docstring(body: readonly ast.Statement[]): string | null {
  const [first] = body;
  if (first?.tag !== "Expr" || first.value.tag !== "Constant") return null;
  const { value } = first.value;
  return value.type === "str" ? clean(value.value) : null;
}

/** The docstring as `__doc__` has it: the compiler takes away the margin that its lines share. */
export function doc_attribute(body: readonly ast.Statement[]): string | null {
  const [first] = body;
  if (first?.tag !== "Expr" || first.value.tag !== "Constant") return null;
  const { value } = first.value;
  if (value.type !== "str") return null;
  const [head = "", ...rest] = value.value.split("\n");
  const spaces = (line: string): number => line.length - line.replace(/^ +/, "").length;
  const margins = rest.filter((line) => line.trim() !== "").map(spaces);
  const margin = margins.length > 0 ? Math.min(...margins) : Infinity;
  const cut = rest.map((line) => line.slice(Math.min(margin, spaces(line))));
  return [head.replace(/^ +/, ""), ...cut].join("\n");
}

/** The body below its docstring, and the comments that stood beside the docstring. */
export function below_docstring(
  body: readonly ast.Statement[],
  trivia: ast.Trivia,
): { readonly body: readonly ast.Statement[]; readonly comments: readonly target.Statement[] } {
  const [first, ...rest] = body;
  if (first === undefined || docstring(body) === null) return { body, comments: [] };
  return { body: rest, comments: with_trivia([], first, trivia) };
}

/** The comments as lines without their marks; `null` for blank lines between them. */
export function lines_of(comments: readonly ast.Comment[]): readonly (target.CommentLine | null)[] {
  const lines: (target.CommentLine | null)[] = [];
  for (const comment of comments) {
    if (says_nothing_here(comment)) continue;
    if (lines.length > 0 && comment.blank_lines_before > 0) lines.push(null);
    lines.push(line_of(comment));
  }
  return lines;
}

/** All comments that the output must have, in their order. */
export function comments_to_keep({
  leading,
  trailing,
  dangling: inside,
}: ast.Trivia): readonly target.CommentLine[] {
  return [leading, trailing, inside]
    .flatMap((table) => [...table.values()].flat())
    .filter((comment) => !says_nothing_here(comment))
    .sort((one, other) => one.start - other.start)
    .map(line_of);
}

function line_of(comment: ast.Comment): target.CommentLine {
  return { text: text_of(comment), at: comment.start };
}

function text_of(comment: ast.Comment): string {
  const text = comment.text.replace(/^#/, "").trimEnd();
  // The printer writes `// text`; one space is the usual distance, more is the author's indentation.
  return text.startsWith(" ") ? text.slice(1) : text;
}

/** A coding line or a `#!` line means nothing to TypeScript. */
function says_nothing_here(comment: ast.Comment): boolean {
  if (comment.start === 0 && comment.text.startsWith("#!")) return true;
  return (
    comment.start < 200 && /^#.*?coding[:=][ \t]*[-\w.]+[ \t]*(?:-\*-)?\s*$/.test(comment.text)
  );
}

function orphaned({
  leading = [],
  trailing,
  below = [],
  blank_before,
}: target.Attached): readonly target.Statement[] {
  const lines = [...leading, ...(trailing === undefined ? [] : [trailing]), ...below];
  if (lines.length === 0) return [];
  return [{ kind: "Comments", leading: lines, ...(blank_before ? { blank_before } : {}) }];
}

function merge(
  statement: target.Statement,
  { leading, blank_before }: target.Attached,
  behind = false,
): target.Statement {
  const own = statement.leading ?? [];
  const lines = leading === undefined ? own : behind ? [...own, ...leading] : [...leading, ...own];
  return {
    ...statement,
    ...(lines.length > 0 ? { leading: lines } : {}),
    ...(blank_before ? { blank_before } : {}),
  };
}

function is_block_like(statement: target.Statement): boolean {
  return (
    statement.kind === "FunctionDeclaration" ||
    statement.kind === "ClassDeclaration" ||
    statement.kind === "If" ||
    statement.kind === "For" ||
    statement.kind === "ForOf" ||
    statement.kind === "While" ||
    statement.kind === "Try" ||
    statement.kind === "Labeled" ||
    statement.kind === "Block"
  );
}

/** As `inspect.cleandoc`: the common indentation of all lines but the first goes. */
function clean(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const indents = lines
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.length - line.trimStart().length);
  const margin = indents.length > 0 ? Math.min(...indents) : 0;
  const [first = "", ...rest] = lines;
  return [first.trimStart(), ...rest.map((line) => line.slice(margin))].join("\n").trim();
}
