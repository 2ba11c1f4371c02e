// Statements as documents, and those inside of functions that stand in an expression.
import type * as target from "../../target/nodes.ts";
import { begins_badly } from "../expressions.ts";
import { stands_with_comments } from "../layout/plain-types.ts";
import { concat, group, HARDLINE, if_break, indent, LINE, SOFTLINE, type Doc } from "./doc.ts";
import { in_statement, is_logical, not_laid_out, type Documents } from "./documents.ts";
import { signature } from "./functions.ts";

/** Comments around it are the caller's. */
export function statement(node: target.Statement, to: Documents): Doc {
  switch (node.kind) {
    case "ExpressionStatement":
      return concat([expression_statement(node.expression, to), ";"]);
    case "VariableDeclaration":
      return concat([node.export ? "export " : "", declaration(node, true, to)]);
    case "Return":
      return node.value === null
        ? "return;"
        : concat(["return ", given(node.value, "Return", to), ";"]);
    case "Throw":
      return concat(["throw ", given(node.value, "Throw", to), ";"]);
    case "Break":
    case "Continue": {
      const word = node.kind === "Break" ? "break" : "continue";
      return node.label === null ? `${word};` : `${word} ${node.label};`;
    }
    case "If":
      return if_document(node, to);
    case "While":
      return group(
        concat(["while (", test(node.test, "While", to), ") ", to.block(node.body, true)]),
      );
    case "ForOf":
      return group(concat([for_of_head(node, to), " ", to.block(node.body, false)]));
    case "For":
      return group(concat([for_head(node, to), " ", to.block(node.body, true)]));
    case "Try":
      return try_document(node, to);
    case "Block":
      return to.block(node, false);
    case "Labeled":
      return concat([`${node.label}: `, statement(node.body, to)]);
    case "FunctionDeclaration":
      return concat([function_head(node, to), " ", to.block(node.body, true)]);
    default:
      return not_laid_out();
  }
}

/** `stays_empty`: with nothing in it its braces stand on one line. */
export function block(node: target.Block, stays_empty: boolean, to: Documents): Doc {
  const { statements } = node;
  if (statements.length === 0) return stays_empty ? "{}" : concat(["{", HARDLINE, "}"]);
  const parts: Doc[] = [];
  statements.forEach((each, index) => {
    if (stands_with_comments(each)) return not_laid_out();
    parts.push(HARDLINE);
    if (index > 0 && each.blank_before === true) parts.push(HARDLINE);
    parts.push(statement(each, to));
  });
  return concat(["{", indent(concat(parts)), HARDLINE, "}"]);
}

/** What stands in the parentheses of `if (…)` and `while (…)`. */
export function test(node: target.Expression, kind: "If" | "While", to: Documents): Doc {
  const made = to.expression(node, in_statement(kind, "test"));
  if (is_negated_row(node)) return made;
  return group(concat([indent(concat([SOFTLINE, made])), SOFTLINE]));
}

/** `!(a && b)` */
function is_negated_row(node: target.Expression): boolean {
  if (node.kind !== "Unary" || node.operator !== "!") return false;
  const { operand } = node;
  const inner = operand.kind === "Unary" && operand.operator === "!" ? operand.operand : operand;
  return is_logical(inner);
}

/** `for (const x of xs)` */
export function for_of_head(node: target.ForOf, to: Documents): Doc {
  const { target: bound } = node;
  if (bound.kind === "Identifier" && (bound.name === "async" || bound.name === "let"))
    return not_laid_out();
  return concat([
    node.await ? "for await (" : "for (",
    node.keyword === null ? "" : `${node.keyword} `,
    to.target(bound, in_statement(node.keyword === null ? "ForOf" : "Declarator", "left")),
    " of ",
    to.expression(node.iterable, in_statement("ForOf", "right")),
    ")",
  ]);
}

/** `for (let i = 0; i < n; i++)` */
export function for_head(node: target.For, to: Documents): Doc {
  const { initializer, test: asked, update } = node;
  if (initializer === null || asked === null || update === null) return not_laid_out();
  const first =
    initializer.kind === "VariableDeclaration"
      ? declaration(initializer, false, to)
      : to.expression(initializer, in_statement("For", "init"));
  const parts = [
    first,
    ";",
    LINE,
    to.expression(asked, in_statement("For", "test")),
    ";",
    LINE,
    to.expression(update, in_statement("For", "update")),
  ];
  return concat(["for (", group(concat([indent(concat([SOFTLINE, ...parts])), SOFTLINE])), ")"]);
}

/** `async function f(a: A): R` */
export function function_head(node: target.FunctionDeclaration, to: Documents): Doc {
  const { async: is_async, generator, name, export: is_exported } = node;
  return concat([
    is_exported ? "export " : "",
    is_async ? "async " : "",
    generator ? "function* " : "function ",
    name,
    signature(node, to),
  ]);
}

function expression_statement(node: target.Expression, to: Documents): Doc {
  if (begins_badly(node, true) || node.kind === "StringLiteral") return not_laid_out();
  return to.expression(node, in_statement("ExpressionStatement", "expression"));
}

function given(node: target.Expression, kind: "Return" | "Throw", to: Documents): Doc {
  const made = to.expression(node, in_statement(kind, "argument"));
  return node.kind === "Binary" ? in_broken_parentheses(made) : made;
}

/** Rows of operands behind `return` and `yield`: parentheses around them where they need several lines. */
export function in_broken_parentheses(made: Doc): Doc {
  return group(concat([if_break("("), indent(concat([SOFTLINE, made])), SOFTLINE, if_break(")")]));
}

function declaration(node: target.VariableDeclaration, is_statement: boolean, to: Documents): Doc {
  const { declarators, keyword } = node;
  const docs = declarators.map((each) => declarator(each, to));
  const [first = "", ...others] = docs;
  const has_value = declarators.some(({ value }) => value !== null);
  const gap = has_value && is_statement ? HARDLINE : LINE;
  return group(
    concat([
      `${keyword} `,
      others.length === 0 ? first : indent(first),
      indent(concat(others.map((each) => concat([",", gap, each])))),
      is_statement ? ";" : "",
    ]),
  );
}

function declarator(node: target.Declarator, to: Documents): Doc {
  const { target: bound, type, value, definite = false } = node;
  const name = to.target(bound, in_statement("Declarator", "id"));
  if (type !== null && value?.kind === "ArrowFunction" && type.kind === "TypeName")
    return not_laid_out();
  const mark = definite && value === null ? "!" : "";
  const left = type === null ? name : concat([name, mark, ": ", to.type(type)]);
  if (value === null) return left;
  return to.assigned(left, " =", value, {
    around: in_statement("Declarator", "init"),
    form: "declaration",
    keeps_left: is_complex(type),
  });
}

/** `Map<string, Set<number>>` */
function is_complex(type: target.Type | null): boolean {
  return (
    type?.kind === "TypeName" &&
    type.arguments.length > 1 &&
    type.arguments.some((each) => each.kind === "TypeName" && each.arguments.length > 0)
  );
}

function if_document(node: target.If & target.Attached, to: Documents): Doc {
  const { alternate } = node;
  const head = group(
    concat(["if (", test(node.test, "If", to), ") ", to.block(node.consequent, false)]),
  );
  if (alternate === null) return head;
  if (alternate.kind === "If" && stands_with_comments(alternate)) return not_laid_out();
  const rest = alternate.kind === "If" ? if_document(alternate, to) : to.block(alternate, false);
  return concat([head, " else ", group(rest)]);
}

function try_document(node: target.Try, to: Documents): Doc {
  const { body, parameter, handler, finalizer } = node;
  const parts: Doc[] = ["try ", to.block(body, false)];
  if (handler !== null)
    parts.push(
      parameter === null ? " catch " : ` catch (${parameter.name}) `,
      to.block(handler, finalizer === null),
    );
  if (finalizer !== null) parts.push(" finally ", to.block(finalizer, false));
  return concat(parts);
}

/** A field of a class, with its `;`. `head`: all up to its type. */
export function field({ type, value }: target.Field, head: string, to: Documents): Doc {
  const left = type === null ? head : concat([head, ": ", to.type(type)]);
  if (value === null) return concat([left, ";"]);
  const around = in_statement("Field", "value");
  return concat([to.assigned(left, " =", value, { around, form: "field" }), ";"]);
}
