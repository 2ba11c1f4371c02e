// Statements, each on lines of its own, with the comments and blank lines around them.
import type * as target from "../target/nodes.ts";
import { print_below, print_leading, print_trailing } from "./comments.ts";
import { is_identifier_name, string_literal } from "./literals.ts";
import { loop_text, statement_text, test_text } from "./documents/index.ts";
import { print_broken } from "./layout/broken.ts";
import { print_broken_test } from "./layout/broken-heads.ts";
import { print_broken_statement } from "./layout/broken-statements.ts";
import { is_plain } from "./layout/plain-expressions.ts";
import {
  has_plain_parts,
  is_block_line,
  is_broken_line,
  is_plain_function,
  is_plain_line,
  is_plain_loop,
} from "./layout/plain-statements.ts";
import { ASSIGNMENT } from "./precedence.ts";
import type { Printer } from "./printer.ts";
import { print_function } from "./functions.ts";
import { print_type_members, print_type_parameters } from "./types.ts";
import type { Place, Writer } from "./writer.ts";

/** Prints statements one below the other; a blank line above the first is the caller's business. */
export function print_statements(statements: readonly target.Statement[], printer: Printer): void {
  let is_first = true;
  for (const statement of statements) {
    if (!printer.types && is_type_only(statement)) continue;
    if (statement.blank_before === true && !is_first) printer.out.newline();
    is_first = false;
    printer.statement(statement);
  }
}

/** Nothing of it is left in JavaScript. */
function is_type_only(node: target.Statement): boolean {
  if (node.kind === "TypeAlias" || node.kind === "InterfaceDeclaration") return true;
  if (node.kind !== "Import") return false;
  return node.type_only || (node.names.length > 0 && node.names.every((each) => each.type_only));
}

export function print_block(node: target.Block, printer: Printer): void {
  printer.out.write(node.statements.length > 0 ? "{" : "{}");
  print_opened(node, printer);
}

/** What is behind the `{` of a block, or its `{}`. */
export function print_opened(node: target.Block, printer: Printer): void {
  const { out } = printer;
  if (node.statements.length === 0) return;
  out.newline();
  out.indented(() => print_statements(node.statements, printer));
  out.write("}");
}

export function print_statement(node: target.Statement, printer: Printer): void {
  const { out } = printer;
  print_leading(node, out);
  if (node.kind === "Comments") return;
  if (node.origin !== undefined) out.mark(node.origin);
  const begin = out.begin();
  print_bare(node, printer, begin);
  if (printer.types && !has_plain_parts(node)) lay_out(node, begin, printer);
  print_trailing(node, out);
  out.newline();
  print_below(node, out);
}

/** Leaves to prettier what it would not have on the line that was written, and we don't break as it does. */
function lay_out(node: target.Statement, begin: Place, printer: Printer): void {
  const { out } = printer;
  const is_plain_here = is_plain_line(node);
  const is_sure =
    (is_plain_here && out.fits(begin)) ||
    (is_block_line(node) && out.fits_at_ends(begin)) ||
    ((is_plain_here || is_broken_line(node)) && print_broken_statement(node, begin, printer));
  if (!is_sure && !out.settle(begin, (start) => statement_text(node, start)))
    out.leave(begin, "statement");
}

function print_bare(node: target.Statement, printer: Printer, begin: Place): void {
  const { out } = printer;
  switch (node.kind) {
    case "VariableDeclaration":
      print_variables(node, printer);
      return out.write(";");
    case "FunctionDeclaration":
      if (node.export) out.write("export ");
      out.write(`${node.async ? "async " : ""}function${node.generator ? "*" : ""} ${node.name}`);
      return print_function(node, begin, is_plain_function(node), "head", printer);
    case "ClassDeclaration":
      if (node.export) out.write("export ");
      if (node.abstract && printer.types) out.write("abstract ");
      out.write(`class ${node.name}`);
      return printer.class_body(node, begin);
    case "ExpressionStatement":
      printer.at_start(node.expression);
      return out.write(";");
    case "Block":
      return printer.block(node);
    case "If":
      return print_if(node, printer, begin);
    case "For":
    case "ForOf":
    case "While":
    case "DoWhile":
      return print_loop(node, printer, begin);
    case "Switch":
      return print_switch(node, printer);
    case "Labeled":
      out.write(`${node.label}: `);
      return print_bare(node.body, printer, begin);
    case "Break":
      return out.write(node.label === null ? "break;" : `break ${node.label};`);
    case "Continue":
      return out.write(node.label === null ? "continue;" : `continue ${node.label};`);
    case "Return":
      out.write("return");
      if (node.value !== null) {
        out.write(" ");
        printer.expression(node.value);
      }
      return out.write(";");
    case "Throw":
      out.write("throw ");
      printer.expression(node.value);
      return out.write(";");
    case "Try":
      return print_try(node, printer);
    case "Import":
      return print_import(node, printer);
    case "ExportNames":
      return print_export_names(node, printer);
    case "TypeAlias":
      out.write(`${node.export ? "export " : ""}type ${node.name}`);
      print_type_parameters(node.type_parameters, printer);
      out.write(" = ");
      printer.type(node.type);
      return out.write(";");
    case "InterfaceDeclaration":
      return print_interface(node, printer);
    case "Comments":
      return;
  }
}

function print_variables(node: target.VariableDeclaration, printer: Printer): void {
  const { out, types } = printer;
  out.write(`${node.export ? "export " : ""}${node.keyword} `);
  node.declarators.forEach((declarator, index) => {
    if (index > 0) out.write(", ");
    printer.target(declarator.target);
    if (types && declarator.definite === true && declarator.value === null) out.write("!");
    if (types && declarator.type !== null) {
      out.write(": ");
      printer.type(declarator.type);
    }
    if (declarator.value === null) return;
    out.write(" = ");
    printer.expression(declarator.value, ASSIGNMENT);
  });
}

/** `else if` chains are printed in a loop, however long. */
function print_if(first: target.If, printer: Printer, begin: Place): void {
  const { out } = printer;
  let node = first;
  let since = begin;
  for (;;) {
    out.write("if (");
    const kind = node === first ? "head" : "else";
    print_tested(node.test, node.consequent, since, kind, printer);
    const { alternate } = node;
    if (alternate === null) return;
    since = out.begin_at_last();
    const leading = "leading" in alternate ? (alternate.leading ?? []) : [];
    if (leading.length > 0) {
      out.newline();
      print_leading({ leading }, out);
      out.write("else ");
    } else {
      out.write(" else ");
    }
    if (alternate.kind === "Block") return printer.block(alternate);
    if (alternate.origin !== undefined) out.mark(alternate.origin);
    node = alternate;
  }
}

/** `test) { … }` */
function print_tested(
  test: target.Expression,
  body: target.Block,
  begin: Place,
  kind: "head" | "else",
  printer: Printer,
): void {
  const { out, types } = printer;
  const since = out.begin();
  printer.expression(test);
  out.write(") ");
  const is_plain_test = is_plain(test);
  if (!types || (is_plain_test && out.fits(begin, 1)))
    return printer.headed_block(body, begin, is_plain_test, kind);
  if (is_plain_test && out.is_even(begin)) {
    const flat = out.rewind(since);
    if (print_broken_test(test, begin, printer)) {
      out.write(" ");
      return printer.block(body);
    }
    out.rewind(since);
    out.restore(flat);
  }
  if (out.settle(since, (start) => test_text(test, opening(body), start)))
    return print_opened(body, printer);
  printer.headed_block(body, begin, is_plain_test, kind);
}

function opening({ statements }: target.Block): string {
  return statements.length > 0 ? "{" : "{}";
}

function print_loop(
  node: target.For | target.ForOf | target.While | target.DoWhile,
  printer: Printer,
  begin: Place,
): void {
  const { out, types } = printer;
  const since = out.begin();
  switch (node.kind) {
    case "For":
      out.write("for (");
      if (node.initializer?.kind === "VariableDeclaration")
        print_variables(node.initializer, printer);
      else if (node.initializer !== null) printer.at_start(node.initializer);
      out.write(";");
      if (node.test !== null) out.write(" ");
      if (node.test !== null) printer.expression(node.test);
      out.write(";");
      if (node.update !== null) out.write(" ");
      if (node.update !== null) printer.at_start(node.update);
      break;
    case "ForOf":
      out.write(node.await ? "for await (" : "for (");
      if (node.keyword !== null) out.write(`${node.keyword} `);
      // `for (async of …)` is not JavaScript.
      if (
        node.keyword === null &&
        node.target.kind === "Identifier" &&
        node.target.name === "async"
      )
        out.write("(async)");
      else printer.target(node.target);
      out.write(" of ");
      return print_iterated(node, begin, since, printer);
    case "While":
      out.write("while (");
      return print_tested(node.test, node.body, begin, "head", printer);
    case "DoWhile":
      out.write("do ");
      printer.block(node.body);
      out.write(" while (");
      printer.expression(node.test);
      return out.write(");");
  }
  out.write(") ");
  const is_plain_head = is_plain_loop(node);
  const is_sure = !types || (is_plain_head && out.fits(begin, 1));
  if (!is_sure && out.settle(since, (start) => loop_text(node, opening(node.body), start)))
    return print_opened(node.body, printer);
  printer.headed_block(node.body, begin, is_plain_head);
}

/** `iterable) { … }` */
function print_iterated(node: target.ForOf, begin: Place, loop: Place, printer: Printer): void {
  const { out, types } = printer;
  const since = out.begin();
  printer.expression(node.iterable, ASSIGNMENT);
  out.write(") ");
  const is_plain_head = is_plain_loop(node);
  if (!types || (is_plain_head && out.fits(begin, 1)))
    return printer.headed_block(node.body, begin, is_plain_head);
  if (is_plain_head && out.is_even(begin)) {
    const flat = out.rewind(since);
    if (print_broken(node.iterable, begin, printer)) {
      out.write(") ");
      return printer.block(node.body);
    }
    out.rewind(since);
    out.restore(flat);
  }
  if (out.settle(loop, (start) => loop_text(node, opening(node.body), start)))
    return print_opened(node.body, printer);
  printer.headed_block(node.body, begin, is_plain_head);
}

function print_switch(node: target.Switch, printer: Printer): void {
  const { out } = printer;
  out.write("switch (");
  printer.expression(node.discriminant);
  out.write(") {");
  out.newline();
  out.indented(() => {
    node.cases.forEach((each, index) => {
      if (each.blank_before === true && index > 0) out.newline();
      print_leading(each, out);
      each.tests.forEach((test, number) => {
        if (number > 0) out.newline();
        out.write("case ");
        printer.expression(test);
        out.write(":");
      });
      if (each.tests.length === 0) out.write("default:");
      out.newline();
      out.indented(() => print_statements(each.body, printer), false);
    });
  });
  out.write("}");
}

function print_try(node: target.Try, printer: Printer): void {
  const { out } = printer;
  out.write("try ");
  printer.block(node.body);
  if (node.handler !== null) {
    out.write(" catch ");
    if (node.parameter !== null) out.write(`(${node.parameter.name}) `);
    printer.block(node.handler);
  }
  if (node.finalizer === null) return;
  out.write(" finally ");
  printer.block(node.finalizer);
}

function print_import(node: target.Import, printer: Printer): void {
  const { out, types } = printer;
  const names = node.names.filter((each) => types || !each.type_only);
  out.write("import ");
  if (node.type_only) out.write("type ");
  if (node.namespace !== null) out.write(`* as ${node.namespace} from `);
  if (names.length > 0) {
    const written = names.map(({ name, local, type_only }) => {
      const prefix = type_only && !node.type_only ? "type " : "";
      return prefix + (name === local ? name : `${outer_name(name)} as ${local}`);
    });
    print_names(written, ` from ${string_literal(node.from)};`, out);
    out.write(" from ");
  }
  out.write(`${string_literal(node.from)};`);
}

function print_export_names(node: target.ExportNames, printer: Printer): void {
  const { out } = printer;
  out.write("export ");
  if (node.namespace !== null) out.write(`* as ${node.namespace}`);
  else {
    const written = node.names.map(({ local, name }) =>
      name === local ? name : `${local} as ${outer_name(name)}`,
    );
    const behind = node.from === null ? ";" : ` from ${string_literal(node.from)};`;
    print_names(written, behind, out);
  }
  if (node.from !== null) out.write(` from ${string_literal(node.from)}`);
  out.write(";");
}

/** On one line where there is room; one name alone always is. */
function print_names(names: readonly string[], behind: string, out: Writer): void {
  const line = `{ ${names.join(", ")} }`;
  if (names.length === 1 || out.has_room(line + behind)) return out.write(line);
  out.write("{");
  out.newline();
  out.indented(() => {
    for (const name of names) {
      out.write(`${name},`);
      out.newline();
    }
  });
  out.write("}");
}

function outer_name(name: string): string {
  return is_identifier_name(name) ? name : string_literal(name);
}

function print_interface(node: target.InterfaceDeclaration, printer: Printer): void {
  const { out } = printer;
  out.write(`${node.export ? "export " : ""}interface ${node.name}`);
  print_type_parameters(node.type_parameters, printer);
  if (node.extends.length > 0) {
    out.write(" extends ");
    node.extends.forEach((each, index) => {
      if (index > 0) out.write(", ");
      printer.type(each);
    });
  }
  out.write(" ");
  print_type_members(node.members, printer);
}
