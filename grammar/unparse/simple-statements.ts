// Simple statements, one on a line.
import type { Expression } from "../ast/expressions.ts";
import type {
  Alias,
  AnnAssign,
  Import,
  ImportFrom,
  SimpleStatement,
} from "../ast/simple-statements.ts";
import { print_list } from "./lists.ts";
import { LAMBDA, operators, TUPLE, YIELD } from "./precedence.ts";
import type { Item, Printer } from "./printer.ts";
import { print_docstring, spans_lines } from "./strings.ts";
import { print_type_parameters } from "./type-parameters.ts";

export function print_simple(node: SimpleStatement, printer: Printer): void {
  const { out } = printer;
  switch (node.tag) {
    case "Return":
      out.write(node.value === null ? "return" : "return ");
      if (node.value !== null) printer.expression(node.value, TUPLE);
      return;
    case "Delete":
      return print_series("del", node.targets, printer);
    case "Assign":
      for (const target of node.targets) {
        printer.expression(target, TUPLE);
        out.write(" = ");
      }
      return printer.expression(node.value, YIELD);
    case "TypeAlias":
      out.write(`type ${node.name.id}`);
      print_type_parameters(node, node.type_params, printer);
      out.write(" = ");
      return printer.expression(node.value, LAMBDA);
    case "AugAssign":
      printer.expression(node.target, LAMBDA);
      out.write(` ${operators[node.op][0]}= `);
      return printer.expression(node.value, YIELD);
    case "AnnAssign":
      return print_annotated(node, printer);
    case "Raise":
      out.write(node.exc === null ? "raise" : "raise ");
      if (node.exc !== null) printer.expression(node.exc, LAMBDA);
      if (node.cause === null) return;
      out.write(" from ");
      return printer.expression(node.cause, LAMBDA);
    case "Assert":
      return print_series(
        "assert",
        node.msg === null ? [node.test] : [node.test, node.msg],
        printer,
      );
    case "Import":
    case "ImportFrom":
      return print_import(node, printer);
    case "Global":
      return out.write(`global ${node.names.join(", ")}`);
    case "Nonlocal":
      return out.write(`nonlocal ${node.names.join(", ")}`);
    case "Expr":
      return print_expr(node.value, printer);
    case "Pass":
      return out.write("pass");
    case "Break":
      return out.write("break");
    case "Continue":
      return out.write("continue");
  }
}

function print_series(keyword: string, nodes: readonly Expression[], printer: Printer): void {
  printer.out.write(`${keyword} `);
  nodes.forEach((node, index) => {
    if (index > 0) printer.out.write(", ");
    printer.expression(node, LAMBDA);
  });
}

/** A name in brackets is not `simple`. */
function print_annotated(node: AnnAssign, printer: Printer): void {
  const { out } = printer;
  const in_brackets = node.simple === 0 && node.target.tag === "Name";
  if (in_brackets) out.open("(");
  printer.expression(node.target, LAMBDA);
  if (in_brackets) out.close(")");
  out.write(": ");
  printer.expression(node.annotation, LAMBDA);
  if (node.value === null) return;
  out.write(" = ");
  printer.expression(node.value, YIELD);
}

function print_import(node: Import | ImportFrom, printer: Printer): void {
  const { out, comments } = printer;
  const items = node.names.map((alias): Item => {
    const print = (): void => print_alias(alias, printer);
    return { nodes: [alias], is_bare: true, print };
  });
  if (node.tag === "ImportFrom") {
    out.write(`from ${".".repeat(node.level)}${node.module ?? ""} import `);
    const is_long = node.end - node.start > 90 && node.names.length > 1;
    if (is_long || node.names.some((alias) => comments.has(alias)))
      return print_list(node, items, { brackets: ["(", ")"] }, printer);
  } else out.write("import ");
  items.forEach(({ print }, index) => {
    if (index > 0) out.write(", ");
    print();
  });
}

function print_alias(node: Alias, printer: Printer): void {
  printer.out.write(node.name);
  printer.write_all(printer.comments.dangling(node));
  if (node.asname !== null) printer.out.write(` as ${node.asname}`);
}

function print_expr(node: Expression, printer: Printer): void {
  const is_docstring =
    node.tag === "Constant" &&
    node.kind === null &&
    node.value.type === "str" &&
    node.value.split_pairs === undefined &&
    (spans_lines(node.value.value) || node.value.value.length > 20);
  if (is_docstring && !printer.comments.has(node)) print_docstring(node, printer);
  else printer.expression(node, YIELD);
}
