// Compound statements: headers and suites, with the comments around their clauses.
import type {
  AsyncFunctionDef,
  ClassDef,
  CompoundStatement,
  ExceptHandler,
  For,
  FunctionDef,
  If,
  Match,
  MatchCase,
  Statement,
  Try,
  With,
  WithItem,
} from "../ast/compound-statements.ts";
import type { Node } from "../ast/node.ts";
import type { Comment } from "../ast/trivia.ts";
import { suites } from "../trivia/suites.ts";
import { print_list } from "./lists.ts";
import { parameter_items } from "./parameters.ts";
import { LAMBDA, NAMED, TUPLE } from "./precedence.ts";
import { argument_items } from "./primaries.ts";
import type { Item, Printer } from "./printer.ts";
import { print_type_parameters } from "./type-parameters.ts";

type Like<T, K extends string> = Omit<T, "tag"> & { readonly tag: K };

export function print_compound(node: CompoundStatement, printer: Printer): void {
  const { out } = printer;
  switch (node.tag) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      return print_function(node, printer);
    case "ClassDef":
      return print_class(node, printer);
    case "For":
    case "AsyncFor":
      return print_for(node, printer);
    case "While":
      out.write("while ");
      printer.expression(node.test, NAMED);
      print_suite(node, node.body, printer);
      return print_clause("else", node, node.orelse, printer);
    case "If":
      return print_if(node, printer);
    case "With":
    case "AsyncWith":
      return print_with(node, printer);
    case "Match":
      return print_match(node, printer);
    case "Try":
    case "TryStar":
      return print_try(node, printer);
  }
}

/** The comments above a decorated definition's decorators are the statement's own. */
function print_decorators(node: FunctionDef | AsyncFunctionDef | ClassDef, printer: Printer): void {
  const { out, comments } = printer;
  node.decorator_list.forEach((each, index) => {
    const leading = comments.leading(each);
    const is_above = index > 0 && leading.every(({ own_line }) => own_line);
    const trailing = comments.trailing(each);
    const is_beside = trailing.every(({ own_line }) => !own_line);
    if (is_above) printer.write_all(leading);
    out.line();
    out.write("@");
    if (!is_beside || (leading.length > 0 && !is_above)) printer.expression(each, NAMED);
    else {
      const needs_line = comments.is_exposed_inside(each);
      if (needs_line) out.open("(");
      printer.bare(each, NAMED);
      if (needs_line) out.close(")");
      printer.write_all(trailing);
    }
    out.line();
  });
  printer.write_all(comments.dangling(node).filter(({ start }) => start < node.start));
  out.line();
}

/** The comments in the brackets of a header that hold nothing else. */
function header_comments(node: FunctionDef | AsyncFunctionDef | ClassDef, printer: Printer) {
  const first = node.body[0]?.start ?? node.end;
  return printer.comments
    .dangling(node)
    .filter(({ start }) => start >= node.start && start < first);
}

function print_function(node: FunctionDef | AsyncFunctionDef, printer: Printer): void {
  const { out } = printer;
  print_decorators(node, printer);
  out.write(node.tag === "FunctionDef" ? `def ${node.name}` : `async def ${node.name}`);
  print_type_parameters(node, node.type_params, printer);
  const items = parameter_items(node.args, printer);
  const form = { brackets: ["(", ")"] } as const;
  print_list(node, items, form, printer, header_comments(node, printer));
  if (node.returns !== null) {
    out.write(" -> ");
    printer.expression(node.returns, LAMBDA);
  }
  print_suite(node, node.body, printer);
}

function print_class(node: ClassDef, printer: Printer): void {
  const { out } = printer;
  print_decorators(node, printer);
  out.write(`class ${node.name}`);
  print_type_parameters(node, node.type_params, printer);
  const items = argument_items(node.bases, node.keywords, printer);
  const dangling = header_comments(node, printer);
  if (items.length > 0 || dangling.length > 0)
    print_list(node, items, { brackets: ["(", ")"] }, printer, dangling);
  print_suite(node, node.body, printer);
}

function print_for(node: For | Like<For, "AsyncFor">, printer: Printer): void {
  const { out } = printer;
  out.write(node.tag === "For" ? "for " : "async for ");
  printer.expression(node.target, TUPLE);
  out.write(" in ");
  printer.expression(node.iter, TUPLE);
  print_suite(node, node.body, printer);
  print_clause("else", node, node.orelse, printer);
}

function print_if(first: If, printer: Printer): void {
  const { out, comments } = printer;
  let node = first;
  for (let keyword = "if "; ; keyword = "elif ") {
    out.write(keyword);
    printer.expression(node.test, NAMED);
    print_suite(node, node.body, printer);
    const [next, ...others] = node.orelse;
    if (next?.tag !== "If" || others.length > 0 || !is_elif(node, next, printer))
      return print_clause("else", node, node.orelse, printer);
    printer.write_all(comments.leading(next));
    out.line();
    node = next;
  }
}

/** An `if` below `else:` with comments of its own kind: behind the colon, or at the end of the suite. */
function is_elif(outer: If, inner: If, { comments }: Printer): boolean {
  return (
    comments.leading(inner).every(({ own_line }) => own_line) &&
    comments.dangling(outer).every(({ start }) => start < inner.start)
  );
}

function print_with(node: With | Like<With, "AsyncWith">, printer: Printer): void {
  const { out, comments } = printer;
  out.write(node.tag === "With" ? "with " : "async with ");
  const items = node.items.map((item): Item => {
    const print = (): void => print_with_item(item, printer);
    return { nodes: [item], is_bare: true, print };
  });
  if (node.items.some((each) => comments.is_exposed(each)))
    print_list(node, items, { brackets: ["(", ")"] }, printer, []);
  else
    items.forEach(({ print }, index) => {
      if (index > 0) out.write(", ");
      print();
    });
  print_suite(node, node.body, printer);
}

/** A tuple without a name would be read as several items. */
function print_with_item(node: WithItem, printer: Printer): void {
  const { out } = printer;
  const is_tuple = node.context_expr.tag === "Tuple" && node.optional_vars === null;
  if (is_tuple) out.open("(");
  printer.expression(node.context_expr, LAMBDA);
  if (is_tuple) out.close(")");
  if (node.optional_vars === null) return;
  out.write(" as ");
  printer.expression(node.optional_vars, LAMBDA);
}

function print_match(node: Match, printer: Printer): void {
  const { out } = printer;
  out.write("match ");
  printer.expression(node.subject, NAMED);
  print_lines(node, node.cases, printer, (each) => print_case(each, printer));
}

function print_case(node: MatchCase, printer: Printer): void {
  const { out } = printer;
  out.write("case ");
  printer.pattern(node.pattern, 0);
  if (node.guard !== null) {
    out.write(" if ");
    printer.expression(node.guard, NAMED);
  }
  print_suite(node, node.body, printer);
}

function print_try(node: Try | Like<Try, "TryStar">, printer: Printer): void {
  const { out } = printer;
  out.write("try");
  print_suite(node, node.body, printer);
  for (const handler of node.handlers) {
    printer.write_all(printer.comments.leading(handler));
    out.line();
    print_handler(handler, node.tag === "Try" ? "except" : "except*", printer);
  }
  print_clause("else", node, node.orelse, printer);
  print_clause("finally", node, node.finalbody, printer);
}

function print_handler(node: ExceptHandler, keyword: string, printer: Printer): void {
  const { out } = printer;
  out.write(keyword);
  if (node.type !== null) {
    out.write(" ");
    printer.expression(node.type, LAMBDA);
  }
  if (node.name !== null) out.write(` as ${node.name}`);
  print_suite(node, node.body, printer);
}

/** `else:` or `finally:`; comments above the one beside the colon stand above the clause. */
function print_clause(
  keyword: string,
  owner: Node,
  body: readonly Statement[],
  printer: Printer,
): void {
  const [first] = body;
  if (first === undefined) return;
  const leading = printer.comments.leading(first);
  const beside = leading.findIndex(({ own_line }) => !own_line);
  if (beside > 0) printer.write_all(leading.slice(0, beside));
  printer.out.line();
  printer.out.write(keyword);
  print_suite(owner, body, printer, leading.slice(Math.max(0, beside)));
}

function print_suite(
  owner: Node,
  body: readonly Statement[],
  printer: Printer,
  above_first?: readonly Comment[],
): void {
  print_lines(owner, body, printer, (each) => printer.statement(each), above_first);
}

function print_lines<N extends Statement | MatchCase>(
  owner: Node,
  body: readonly N[],
  printer: Printer,
  print: (each: N) => void,
  above_first?: readonly Comment[],
): void {
  printer.out.suite(() => {
    body.forEach((each, index) => {
      const leading = printer.comments.leading(each);
      print_one(
        each,
        index === 0 ? (above_first ?? leading) : leading,
        index === 0,
        printer,
        print,
      );
    });
    printer.write_all(at_end_of(owner, body, printer));
  });
}

/** A statement on lines of its own, with the comments and blank lines around it. */
export function print_one<N extends Node>(
  node: N,
  leading: readonly Comment[],
  is_first: boolean,
  printer: Printer,
  print: (node: N) => void,
): void {
  const { out, comments } = printer;
  const [beside] = leading;
  if (is_first && beside?.own_line === false) out.comment(beside);
  const above = is_first && beside?.own_line === false ? leading.slice(1) : leading;
  out.line();
  if (!is_first && above.length === 0)
    for (let i = Math.min(2, comments.blank_lines(node)); i > 0; i--) out.blank_line();
  printer.write_all(above);
  out.line();
  print(node);
  printer.write_all(comments.trailing(node));
  out.line();
}

/** The comments at the end of a suite: below its first statement, and above the next suite of the owner. */
function at_end_of(owner: Node, body: readonly Node[], printer: Printer): readonly Comment[] {
  const all = printer.comments.dangling(owner);
  if (all.length === 0) return all;
  const starts = suites(owner).map((suite) => suite[0]?.start ?? 0);
  const from = body[0]?.start ?? 0;
  const next = starts.find((start) => start > from) ?? Infinity;
  return all.filter(({ start }) => start > from && start < next);
}
