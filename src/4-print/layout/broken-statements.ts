// Statements that have no room on a line, as prettier breaks them: at the arguments of a call, in a list or an object.
import type * as target from "../../target/nodes.ts";
import type { Printer } from "../printer.ts";
import type { Place } from "../writer.ts";
import { print_broken } from "./broken.ts";

/** In place of what was written since `begin`, which stays where there is no sure way; the result tells. */
export function print_broken_statement(
  node: target.Statement,
  begin: Place,
  printer: Printer,
): boolean {
  const { out } = printer;
  if (!out.is_even(begin)) return false;
  const flat = out.rewind(begin);
  if (print_parts(node, begin, printer)) {
    out.write(";");
    return true;
  }
  out.rewind(begin);
  out.restore(flat);
  return false;
}

function print_parts(node: target.Statement, begin: Place, printer: Printer): boolean {
  const { out } = printer;
  switch (node.kind) {
    case "Return":
      out.write("return ");
      return node.value !== null && print_broken(node.value, begin, printer);
    case "Throw":
      out.write("throw ");
      return print_broken(node.value, begin, printer);
    case "VariableDeclaration":
      return print_declaration(node, begin, printer);
    case "ExpressionStatement": {
      const { expression } = node;
      if (expression.kind !== "Assignment") return print_broken(expression, begin, printer);
      const { target: assigned, operator, value } = expression;
      if (!is_name(assigned) || !is_broken_inside(value)) return false;
      if (expression.origin !== undefined) out.mark(expression.origin);
      printer.target(assigned);
      out.write(` ${operator} `);
      return print_broken(value, begin, printer);
    }
    default:
      return false;
  }
}

function print_declaration(
  { declarators, keyword, export: is_exported }: target.VariableDeclaration,
  begin: Place,
  printer: Printer,
): boolean {
  const { out } = printer;
  const [first] = declarators;
  if (first === undefined || declarators.length > 1 || first.target.kind === "ObjectTarget")
    return false;
  const { value, type } = first;
  if (value === null || !is_broken_inside(value)) return false;
  if (type !== null && !is_simple(type)) return false;
  out.write(`${is_exported ? "export " : ""}${keyword} `);
  printer.target(first.target);
  if (type !== null) {
    out.write(": ");
    printer.type(type);
  }
  out.write(" = ");
  return print_broken(value, begin, printer);
}

/** A type that does not change where prettier breaks what is behind it. */
function is_simple(type: target.Type): boolean {
  if (type.kind === "ArrayType") return is_simple(type.element);
  return type.kind === "TypeName" && type.arguments.every(is_simple);
}

/** Behind `=`: a call with one short argument goes to the next line as a whole. */
function is_broken_inside(node: target.Expression): boolean {
  if (node.kind === "Await") return is_broken_inside(node.value);
  if (node.kind !== "Call") return true;
  const [first, second] = node.arguments;
  if (first === undefined) return false;
  return second !== undefined || !IS_SHORT.has(first.kind);
}

const IS_SHORT: ReadonlySet<target.Expression["kind"]> = new Set([
  "Identifier",
  "This",
  "StringLiteral",
  "TemplateLiteral",
  "NumberLiteral",
  "BigIntLiteral",
  "BooleanLiteral",
  "NullLiteral",
  "Unary",
  "ObjectLiteral",
  "ArrayLiteral",
] as const);

function is_name(node: target.Target | target.Expression): boolean {
  if (node.kind === "Member") return is_name(node.object);
  return node.kind === "Identifier" || node.kind === "This";
}
