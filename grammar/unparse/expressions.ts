// Expressions: brackets where precedence or comments ask for them, and the operators.
import type { BoolOp, Compare, Expression, IfExp, Lambda } from "../ast/expressions.ts";
import type { Comment } from "../ast/trivia.ts";
import { before_comma } from "./commented.ts";
import { print_comprehension } from "./comprehensions.ts";
import { print_joined } from "./f-strings.ts";
import { expression_items, print_list } from "./lists.ts";
import { parameter_items } from "./parameters.ts";
import {
  ATOM,
  AWAIT,
  BIT_OR,
  FACTOR,
  LAMBDA,
  NAMED,
  NOT,
  operators,
  OR,
  POWER,
  precedence,
  TEST,
  TUPLE,
} from "./precedence.ts";
import {
  print_call,
  print_constant,
  print_dict,
  print_slice,
  print_subscript,
  print_tuple,
} from "./primaries.ts";
import type { Printer } from "./printer.ts";

/** With its comments; those behind it only if `trails`. */
export function print_expression(
  node: Expression,
  minimum: number,
  trails: boolean,
  printer: Printer,
): void {
  const { comments, out } = printer;
  if (!comments.has(node)) return print_bare(node, minimum, printer);
  const leading = comments.leading(node);
  const needs_line = out.depth === 0 && comments.is_exposed(node);
  const all = comments.trailing(node);
  const groups = Math.max(0, all.filter(({ own_line }) => !own_line).length - 1);
  for (let i = 0; i < groups; i++) out.open("(");
  const opened = groups + open_for(leading, needs_line, printer);
  print_bare(node, opened > 0 ? Math.min(minimum, NAMED) : minimum, printer);
  const left = print_behind(trails ? all : before_comma(all), opened, printer);
  for (let i = 0; i < left; i++) out.close(")");
}

/** Of two comments that both stand beside code, a closing bracket is the code. How many brackets are left open. */
function print_behind(trailing: readonly Comment[], opened: number, printer: Printer): number {
  let left = opened;
  let is_beside = false;
  for (const comment of trailing) {
    if (!comment.own_line && is_beside) {
      printer.out.close(")");
      left--;
    }
    is_beside ||= !comment.own_line;
    printer.out.comment(comment);
  }
  return left;
}

/** Writes the comments above; one beside an opening bracket gets a bracket where none is. How many were opened. */
function open_for(leading: readonly Comment[], needs_line: boolean, printer: Printer): number {
  const { out } = printer;
  let opened = 0;
  const open = (): void => {
    out.open("(");
    opened++;
  };
  if (needs_line) open();
  for (const comment of leading) {
    if (!comment.own_line && !out.is_opened) open();
    out.comment(comment);
  }
  return opened;
}

/** Without comments of its own. */
export function print_bare(node: Expression, minimum: number, printer: Printer): void {
  const { out } = printer;
  const is_loose = precedence(node) < minimum || (node.tag === "NamedExpr" && minimum !== NAMED);
  if (node.tag === "Tuple")
    return print_tuple(node, is_loose || needs_brackets(node, printer), printer);
  if (is_loose) out.open("(");
  print_kind(node, printer);
  if (is_loose) out.close(")");
}

function needs_brackets(node: Expression & { tag: "Tuple" }, printer: Printer): boolean {
  return printer.comments.has(node) && !node.elts.some((each) => each.tag === "Slice");
}

function print_kind(node: Exclude<Expression, { tag: "Tuple" }>, printer: Printer): void {
  const { out } = printer;
  switch (node.tag) {
    case "BoolOp":
      return print_bool_op(node, printer);
    case "NamedExpr":
      printer.expression(node.target, ATOM);
      out.write(" := ");
      return printer.expression(node.value, LAMBDA);
    case "BinOp": {
      const [sign, level] = operators[node.op];
      printer.expression(node.left, level === POWER ? AWAIT : level);
      out.write(` ${sign} `);
      return printer.expression(node.right, level === POWER ? FACTOR : level + 1);
    }
    case "UnaryOp":
      out.write(unary[node.op]);
      return printer.expression(node.operand, node.op === "Not" ? NOT : FACTOR);
    case "Lambda":
      return print_lambda(node, printer);
    case "IfExp":
      return print_if_exp(node, printer);
    case "Dict":
      return print_dict(node, printer);
    case "Set":
      return print_list(
        node,
        expression_items(node.elts, printer),
        { brackets: ["{", "}"] },
        printer,
      );
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return print_comprehension(node, printer);
    case "Await":
      out.write("await ");
      return printer.expression(node.value, ATOM);
    case "Yield":
      out.write(node.value === null ? "yield" : "yield ");
      if (node.value !== null) printer.expression(node.value, TUPLE);
      return;
    case "YieldFrom":
      out.write("yield from ");
      return printer.expression(node.value, LAMBDA);
    case "Compare":
      return print_compare(node, printer);
    case "Call":
      return print_call(node, printer);
    case "FormattedValue":
    case "JoinedStr":
      return print_joined(
        node.tag === "JoinedStr" ? node : { ...node, tag: "JoinedStr", values: [node] },
        printer,
      );
    case "Constant":
      return print_constant(node, printer);
    case "Attribute":
      return print_attribute(node.value, node.attr, printer);
    case "Subscript":
      return print_subscript(node, printer);
    case "Starred":
      out.write("*");
      return printer.expression(node.value, BIT_OR);
    case "Name":
      return out.write(node.id);
    case "List":
      return print_list(
        node,
        expression_items(node.elts, printer),
        { brackets: ["[", "]"] },
        printer,
      );
    case "Slice":
      return print_slice(node, printer);
  }
}

const unary = { Invert: "~", Not: "not ", UAdd: "+", USub: "-" } as const;

function print_bool_op(node: BoolOp, printer: Printer): void {
  const level = precedence(node) + 1;
  node.values.forEach((value, index) => {
    if (index > 0) printer.out.write(node.op === "Or" ? " or " : " and ");
    printer.expression(value, level);
  });
}

function print_lambda(node: Lambda, printer: Printer): void {
  const { out, comments } = printer;
  const items = parameter_items(node.args, printer);
  out.write(items.length === 0 ? "lambda" : "lambda ");
  items.forEach(({ nodes, print }, index) => {
    if (index > 0) out.write(", ");
    print();
    const [arg] = nodes;
    if (arg !== undefined) printer.write_all(comments.trailing(arg));
  });
  out.write(": ");
  printer.expression(node.body, LAMBDA);
}

function print_if_exp(node: IfExp, printer: Printer): void {
  printer.expression(node.body, OR);
  printer.out.write(" if ");
  printer.expression(node.test, OR);
  printer.out.write(" else ");
  // a lambda's colon would end the field of an f-string
  printer.expression(node.orelse, TEST);
}

const comparisons = {
  Eq: "==",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
  Is: "is",
  IsNot: "is not",
  In: "in",
  NotIn: "not in",
} as const;

function print_compare(node: Compare, printer: Printer): void {
  printer.expression(node.left, BIT_OR);
  node.ops.forEach((op, index) => {
    printer.out.write(` ${comparisons[op]} `);
    const right = node.comparators[index];
    if (right !== undefined) printer.expression(right, BIT_OR);
  });
}

function print_attribute(value: Expression, attr: string, printer: Printer): void {
  const { out } = printer;
  const is_number = value.tag === "Constant" && value.value.type === "int";
  if (is_number) out.open("(");
  printer.expression(value, ATOM);
  if (is_number) out.close(")");
  out.write(`.${attr}`);
}
