// Syntax that an older Python refuses: what a text needs, by the "What's New" of 3.9 to 3.13; older forms are not looked for.
import { children } from "./ast/children.ts";
import type * as ast from "./ast/index.ts";
import type { Span } from "./ast/node.ts";

export interface NewerSyntax extends Span {
  /** What it is, in the grammar's words: "the match statement". */
  readonly what: string;
  /** The first Python that takes it: "3.10". */
  readonly since: string;
}

/** What `python` ("3.8") does not take yet, in the order of the text. Positions inside of f-strings count as any other. */
export function newer_syntax(
  source: string,
  module: ast.Module,
  python: string,
): readonly NewerSyntax[] {
  const found: NewerSyntax[] = [];
  const pending: ast.Node[] = [module];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const [what, since] of needs(node as AnyNode, source))
      if (minor(since) > minor(python))
        found.push({ what, since, start: node.start, end: node.end });
    for (const child of children(node)) pending.push(child);
  }
  return found.sort((one, other) => one.start - other.start);
}

type AnyNode = ast.Statement | ast.Expression | ast.TypeParameter | ast.Arg;
type Need = readonly [what: string, since: string];

function minor(version: string): number {
  return Number(version.split(".")[1]);
}

function needs(node: AnyNode, source: string): readonly Need[] {
  switch (node.tag) {
    case "Match":
      return [["the match statement", "3.10"]];
    case "TryStar":
      return [["except*", "3.11"]];
    case "TypeAlias":
      return [["the type statement", "3.12"]];
    case "With":
    case "AsyncWith":
      return is_parenthesized(node, source) ? [["parentheses around context managers", "3.9"]] : [];
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return [
        ...(node.type_params.length > 0 ? [["type parameters", "3.12"] as const] : []),
        ...(node.decorator_list.every(is_dotted)
          ? []
          : [["a decorator of this form", "3.9"] as const]),
      ];
    case "TypeVar":
    case "ParamSpec":
    case "TypeVarTuple":
      return node.default_value === null ? [] : [["defaults of type parameters", "3.13"]];
    case "arg":
      return node.annotation?.tag === "Starred" ? [["a starred annotation", "3.11"]] : [];
    case "Subscript":
      if (is_bare_walrus(node.slice, source))
        return [["an assignment expression as an index without parentheses", "3.10"]];
      return is_starred(node, source) ? [["a starred index", "3.11"]] : [];
    case "For":
    case "AsyncFor":
      return node.iter.tag === "Tuple" && has_bare_star(node.iter, source)
        ? [["a starred value in the list of a loop", "3.9"]]
        : [];
    case "JoinedStr":
      return is_nested_freely(node, source)
        ? [
            [
              "a backslash, a comment, a line end or the same quotes in an f-string's braces",
              "3.12",
            ],
          ]
        : [];
    case "Set":
      return node.elts.some((each) => is_bare_walrus(each, source))
        ? [["an assignment expression in a set without parentheses", "3.9"]]
        : [];
    case "ListComp":
    case "SetComp":
    case "DictComp":
      return holds_async(node)
        ? [["an asynchronous comprehension within a comprehension", "3.11"]]
        : [];
    default:
      return [];
  }
}

/** `a.b.c` or `a.b.c(…)`: all that there was. */
function is_dotted(node: ast.Expression): boolean {
  const callee = node.tag === "Call" ? node.func : node;
  let at = callee;
  while (at.tag === "Attribute") at = at.value;
  return at.tag === "Name";
}

/** `with (a as b, c):`, where the brackets are no tuple's and not those of the first expression. */
function is_parenthesized({ start, items }: ast.With | ast.AsyncWith, source: string): boolean {
  const [first, ...others] = items;
  if (first === undefined) return false;
  const opened = bare(source.slice(start, first.context_expr.start)).includes("(");
  if (!opened) return false;
  const next = first.optional_vars ?? others[0]?.context_expr;
  if (next === undefined) return false;
  const between = bare(source.slice(first.context_expr.end, next.start));
  return !between.includes(")");
}

/** Without comments. */
function bare(text: string): string {
  return text.replaceAll(/#.*/g, "");
}

/** `{a := 1}`, not `{(a := 1)}`. */
function is_bare_walrus(node: ast.Expression, source: string): boolean {
  return (
    node.tag === "NamedExpr" &&
    !/\(\s*$/.test(source.slice(Math.max(0, node.start - 20), node.start))
  );
}

type Comprehension = ast.ListComp | ast.SetComp | ast.DictComp;

/** Its parts, but for the first iterable, hold an asynchronous one, and it is none itself. */
function holds_async(node: Comprehension): boolean {
  if (node.generators.some(({ is_async }) => is_async === 1)) return false;
  const [first] = node.generators;
  return children(node).some((part) => awaits(part, first?.iter));
}

function awaits(node: ast.Node, left_out: ast.Node | undefined): boolean {
  if (node === left_out || node.tag === "Lambda") return false;
  if (/^(?:List|Set|Dict)Comp$/.test(node.tag))
    if ((node as Comprehension).generators.some(({ is_async }) => is_async === 1)) return true;
  return children(node).some((each) => awaits(each, left_out));
}

/** `x[*a]`, `x[*a, b]`; not `x[(*a, b)]`. */
function is_starred({ slice }: ast.Subscript, source: string): boolean {
  return slice.tag === "Starred" || (slice.tag === "Tuple" && has_bare_star(slice, source));
}

function has_bare_star({ elts, start }: ast.Tuple, source: string): boolean {
  return source[start] !== "(" && elts.some(({ tag }) => tag === "Starred");
}

function is_nested_freely(node: ast.JoinedStr, source: string): boolean {
  const quotes = quotes_of(node, source);
  return node.values.some((field) => {
    if (field.tag !== "FormattedValue") return false;
    const text = source.slice(field.start + 1, field.value.end);
    if (/\\|^[^"']*#/m.test(text)) return true;
    if (quotes === null) return false;
    return (
      text.includes(quotes) ||
      (quotes.length === 1 && source.slice(field.start, field.end).includes("\n"))
    );
  });
}

/** `null` where several literals stand side by side. */
function quotes_of({ start, end, values }: ast.JoinedStr, source: string): string | null {
  const opening = /^[a-z]*("""|'''|"|')/i.exec(source.slice(start, start + 5));
  const quotes = opening?.[1];
  if (opening === null || quotes === undefined) return null;
  let at = start + opening[0].length;
  for (const field of values) {
    if (field.tag !== "FormattedValue") continue;
    if (source.slice(at, field.start).includes(quotes)) return null;
    at = field.end;
  }
  return source.indexOf(quotes, at) === end - quotes.length ? quotes : null;
}
