// Types as TypeScript writes them. Only reached when types are printed.
import type * as target from "../target/nodes.ts";
import { print_leading } from "./comments.ts";
import { print_plain_list } from "./lists.ts";
import { property_name, string_literal } from "./literals.ts";
import type { Printer } from "./printer.ts";

const UNION = 1;
const INTERSECTION = 2;
const OPERATOR = 3;
const POSTFIX = 4;

export function print_type(node: target.Type, minimum: number, printer: Printer): void {
  const { out } = printer;
  const needs_parentheses = type_precedence(node) < minimum;
  if (needs_parentheses) out.write("(");
  print_bare(node, printer);
  if (needs_parentheses) out.write(")");
}

function type_precedence(node: target.Type): number {
  switch (node.kind) {
    case "FunctionType":
    case "PredicateType":
      return 0;
    case "UnionType":
      return UNION;
    case "IntersectionType":
      return INTERSECTION;
    case "ArrayType":
    case "TupleType":
      return node.readonly ? OPERATOR : POSTFIX;
    case "TypeofType":
      return OPERATOR;
    default:
      return POSTFIX;
  }
}

function print_bare(node: target.Type, printer: Printer): void {
  const { out } = printer;
  switch (node.kind) {
    case "TypeName":
      out.write(node.name);
      return print_type_arguments(node.arguments, printer);
    case "ArrayType":
      if (node.readonly) out.write("readonly ");
      printer.type(node.element, POSTFIX);
      return out.write("[]");
    case "TupleType":
      if (node.readonly) out.write("readonly ");
      return print_plain_list(node.elements, ["[", "]"], out, (element) => {
        if (element.rest) out.write("...");
        if (element.rest)
          printer.type({ kind: "ArrayType", element: element.type, readonly: false });
        else printer.type(element.type);
      });
    case "UnionType":
      return print_joined(node.members, " | ", INTERSECTION, printer);
    case "IntersectionType":
      return print_joined(node.members, " & ", OPERATOR, printer);
    case "FunctionType":
      printer.signature({ ...node, async: false, generator: false, returns: null });
      out.write(" => ");
      return printer.type(node.returns);
    case "ObjectType":
      return print_object_type(node, printer);
    case "LiteralType":
      return out.write(
        typeof node.value === "string" ? string_literal(node.value) : String(node.value),
      );
    case "TypeofType":
      return out.write(`typeof ${node.name}`);
    case "IndexedType":
      printer.type(node.object, POSTFIX);
      out.write("[");
      printer.type(node.index);
      return out.write("]");
    case "PredicateType":
      out.write(`${node.parameter} is `);
      return printer.type(node.type);
  }
}

export function print_type_arguments(
  args: readonly target.Type[] | undefined,
  printer: Printer,
): void {
  if (args === undefined || args.length === 0 || !printer.types) return;
  print_plain_list(args, ["<", ">"], printer.out, (argument) => printer.type(argument));
}

export function print_type_parameters(
  parameters: readonly target.TypeParameter[],
  printer: Printer,
): void {
  if (parameters.length === 0 || !printer.types) return;
  const { out } = printer;
  print_plain_list(parameters, ["<", ">"], out, (parameter) => {
    out.write(parameter.name);
    if (parameter.constraint !== null) {
      out.write(" extends ");
      printer.type(parameter.constraint);
    }
    if (parameter.default !== null) {
      out.write(" = ");
      printer.type(parameter.default);
    }
  });
}

function print_joined(
  members: readonly target.Type[],
  separator: string,
  minimum: number,
  printer: Printer,
): void {
  members.forEach((member, index) => {
    if (index > 0) printer.out.write(separator);
    printer.type(member, minimum);
  });
}

function print_object_type(node: target.ObjectType, printer: Printer): void {
  const { out } = printer;
  if (!node.members.some((member) => member.doc !== undefined || member.leading !== undefined)) {
    out.write("{ ");
    node.members.forEach((member, index) => {
      if (index > 0) out.write("; ");
      print_type_member(member, printer);
    });
    return out.write(" }");
  }
  print_type_members(node.members, printer);
}

/** `{ … }` with a line for each member. */
export function print_type_members(
  members: readonly (target.TypeMember & target.Attached)[],
  printer: Printer,
): void {
  const { out } = printer;
  out.write("{");
  out.newline();
  out.indented(() => {
    for (const member of members) {
      if (member.blank_before === true) out.newline();
      print_leading(member, out);
      print_type_member(member, printer);
      out.write(";");
      out.newline();
    }
  });
  out.write("}");
}

function print_type_member(member: target.TypeMember, printer: Printer): void {
  const { out } = printer;
  if (member.readonly) out.write("readonly ");
  out.write(`${property_name(member.name)}${member.optional ? "?" : ""}: `);
  printer.type(member.type);
}
