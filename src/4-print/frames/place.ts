// What a traceback underlines when a node fails: its lines and columns, and the operator or brackets among them.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Span } from "../../../grammar/ast/node.ts";

/** Offsets into the text. */
export interface Place extends Span {
  /** From the operator to its end, or from a bracket to the closing one. */
  readonly anchor: Span | null;
}

/** Where CPython says that a node fails. */
export function place_of(node: ast.Node, source: string): Place {
  const shown = shown_part(node as ast.Node & ast.Expression & ast.Statement);
  const { start, end } = at_attribute(shown as ast.Expression, source);
  return { start, end, anchor: anchor(shown as ast.Expression, start, source) };
}

/** Statements fail in one of their parts. */
function shown_part(node: ast.Statement | ast.Expression): ast.Node {
  switch (node.tag) {
    case "For":
      return node.iter;
    case "With":
    case "AsyncWith":
      return node.items[0]?.context_expr ?? node;
    case "Assert":
    case "If":
    case "While":
      return node.test;
    case "Match":
      return node.subject;
    case "Assign": {
      const [to] = node.targets;
      return to === undefined || to.tag === "Name" ? node : to;
    }
    case "Delete":
      return node.targets[0] ?? node;
    case "Return":
    case "Expr":
      return node.value ?? node;
    case "ListComp":
    case "SetComp":
    case "DictComp":
      return node.generators[0]?.iter ?? node;
    case "Starred":
      return node;
    default:
      return node;
  }
}

/** A chain of methods over several lines fails where the last name stands. */
function at_attribute(node: ast.Expression, source: string): Span {
  const attribute = node.tag === "Call" ? node.func : node;
  if (attribute.tag !== "Attribute") return node;
  const name = attribute.end - attribute.attr.length;
  return source.slice(node.start, attribute.end).includes("\n")
    ? { start: name, end: node.end }
    : node;
}

function anchor(node: ast.Expression, start: number, source: string): Span | null {
  switch (node.tag) {
    case "BinOp": {
      const at = skip(source, node.left.end, (character) => !/[\s)]/.test(character));
      return { start: at, end: at + (LONG_OPERATORS.has(node.op) ? 2 : 1) };
    }
    case "Subscript":
      return bracket(node, node.value.end, "[", start, source);
    case "Call":
      return bracket(node, node.func.end, "(", start, source);
    default:
      return null;
  }
}

function bracket(
  node: ast.Expression,
  from: number,
  character: string,
  start: number,
  source: string,
): Span | null {
  const at = skip(source, from, (each) => each === character);
  return at >= node.end || at < start ? null : { start: at, end: node.end };
}

const LONG_OPERATORS: ReadonlySet<string> = new Set(["Pow", "FloorDiv", "LShift", "RShift"]);

/** The next character that will do, comments and joined lines passed over. */
function skip(source: string, from: number, will_do: (character: string) => boolean): number {
  let at = from;
  for (; at < source.length; at++) {
    const character = source[at] ?? "";
    if (character === "#" || character === "\\") {
      const end = source.indexOf("\n", at);
      if (end < 0) return source.length;
      at = end;
    } else if (will_do(character)) return at;
  }
  return at;
}
