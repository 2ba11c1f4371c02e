// How prettier breaks what has no room on a line, for the forms that are most frequent: a line for each argument,
// element, property or parameter. Each function answers whether it is sure; what it has written is of no use otherwise.
import type * as target from "../../target/nodes.ts";
import { print_callee, print_constructor } from "../expressions.ts";
import { property_name } from "../literals.ts";
import { ASSIGNMENT } from "../precedence.ts";
import type { Printer } from "../printer.ts";
import { print_parameter } from "../targets.ts";
import { print_type_arguments } from "../types.ts";
import type { Place } from "../writer.ts";
import { is_atom, is_broken, is_composition } from "./plain-expressions.ts";
import { is_plain_type } from "./plain-types.ts";

/** `line`: where the line begins on which the expression does. */
export function print_broken(node: target.Expression, line: Place, printer: Printer): boolean {
  const { out } = printer;
  if (node.origin !== undefined) out.mark(node.origin);
  switch (node.kind) {
    case "Await":
      out.write("await ");
      return print_broken(node.value, line, printer);
    case "Call":
    case "New":
      return print_broken_call(node, line, printer);
    case "ArrayLiteral": {
      const { elements } = node;
      if (elements.every(is_number)) return false;
      return print_items(elements, "[]", line, printer);
    }
    case "ObjectLiteral":
      return print_properties(node, line, printer);
    case "TemplateLiteral":
      printer.expression(node);
      return out.is_one_line(line);
    default:
      return false;
  }
}

/** `(a: A, b: B): R`. */
export function print_broken_signature(
  parts: target.FunctionParts,
  line: Place,
  printer: Printer,
): boolean {
  const { out } = printer;
  const { parameters, type_parameters, returns } = parts;
  const [first] = parameters;
  if (first === undefined || type_parameters.length > 0) return false;
  if (parameters.length === 1 && is_hugged(first)) return false;
  out.write("(");
  if (!out.fits(line)) return false;
  out.newline();
  let is_sure = true;
  out.indented(() => {
    for (const parameter of parameters) {
      const since = out.begin();
      print_parameter(parameter, printer);
      if (!parameter.rest) out.write(",");
      is_sure &&= out.fits(since);
      out.newline();
    }
  });
  const since = out.begin();
  out.write(")");
  if (returns !== null) {
    out.write(": ");
    printer.type(returns);
  }
  return is_sure && out.fits(since, " {}".length);
}

/** The only parameter keeps its braces beside the parentheses. */
function is_hugged({ target: bound, type }: target.Parameter): boolean {
  return bound.kind === "ObjectTarget" || type?.kind === "ObjectType" || type?.kind === "UnionType";
}

function print_broken_call(node: target.Call | target.New, line: Place, printer: Printer): boolean {
  const { callee, arguments: args, type_arguments = [] } = node;
  const last = args.at(-1);
  if (last === undefined || !type_arguments.every(is_plain_type) || !is_name(callee)) return false;
  if (callee.kind === "Identifier" && /^(?:require|define)$/.test(callee.name)) return false;
  if (node.kind === "Call") print_callee(node, printer);
  else print_constructor(node, printer);
  print_type_arguments(type_arguments, printer);
  const others = args.slice(0, -1);
  if (!could_be_hugged(last) || is_composition(args) || others.some(is_broken))
    return print_items(args, "()", line, printer);
  if (last.kind !== "ObjectLiteral" && last.kind !== "ArrayLiteral") return false;
  if (!others.every(is_atom)) return false;
  const { out } = printer;
  out.write("(");
  for (const other of others) {
    printer.expression(other, ASSIGNMENT);
    out.write(", ");
  }
  const is_sure = print_broken(last, line, printer);
  out.write(")");
  return is_sure;
}

function print_items(
  items: readonly target.Expression[],
  brackets: "()" | "[]",
  line: Place,
  printer: Printer,
): boolean {
  const { out } = printer;
  out.write(brackets.charAt(0));
  if (!out.fits(line)) return false;
  out.newline();
  let is_sure = true;
  out.indented(() => {
    for (const item of items) {
      is_sure &&= print_item(item, printer);
      out.newline();
    }
  });
  out.write(brackets.charAt(1));
  return is_sure;
}

function print_item(item: target.Expression, printer: Printer): boolean {
  const { out } = printer;
  const since = out.begin();
  if (!is_broken(item)) {
    printer.expression(item, ASSIGNMENT);
    out.write(",");
    if (out.fits(since) || is_text(item, since, printer)) return true;
    out.rewind(since);
  }
  const is_sure = print_broken(item, since, printer);
  out.write(",");
  return is_sure;
}

/** It stays on its line, however long it is. */
function is_text({ kind }: target.Expression, since: Place, { out }: Printer): boolean {
  return kind === "StringLiteral" || (kind === "TemplateLiteral" && out.is_one_line(since));
}

function print_properties(
  { properties }: target.ObjectLiteral,
  line: Place,
  printer: Printer,
): boolean {
  const { out } = printer;
  out.write("{");
  if (properties.length === 0 || !out.fits(line)) return false;
  out.newline();
  let is_sure = true;
  out.indented(() => {
    for (const { key, value } of properties) {
      const since = out.begin();
      if (typeof key !== "string") is_sure = false;
      else if (value.kind === "Identifier" && value.name === key && key !== "__proto__")
        out.write(key);
      else {
        out.write(`${property_name(key)}: `);
        printer.expression(value, ASSIGNMENT);
      }
      out.write(",");
      is_sure &&= out.fits(since);
      out.newline();
    }
  });
  out.write("}");
  return is_sure;
}

/** The last argument may keep its brackets beside those of the call. */
function could_be_hugged(node: target.Expression): boolean {
  switch (node.kind) {
    case "ObjectLiteral":
      return node.properties.length > 0;
    case "ArrayLiteral":
      return node.elements.length > 0;
    case "ArrowFunction":
    case "FunctionExpression":
    case "As":
      return true;
    default:
      return false;
  }
}

function is_number(node: target.Expression): boolean {
  return node.kind === "NumberLiteral" || (node.kind === "Unary" && is_number(node.operand));
}

function is_name(node: target.Expression): boolean {
  if (node.kind === "Member") return is_name(node.object);
  return node.kind === "Identifier" || node.kind === "This" || node.kind === "Super";
}
