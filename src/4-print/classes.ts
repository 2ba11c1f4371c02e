// Class bodies: fields, methods, static blocks.
import type * as target from "../target/nodes.ts";
import { print_below, print_leading, print_trailing } from "./comments.ts";
import { property_name } from "./literals.ts";
import { ASSIGNMENT, MEMBER } from "./precedence.ts";
import type { Printer } from "./printer.ts";
import { print_type_arguments, print_type_parameters } from "./types.ts";

/** Everything behind `class Name`. */
export function print_class_body(parts: target.ClassParts, printer: Printer): void {
  const { out, types } = printer;
  print_type_parameters(parts.type_parameters, printer);
  if (parts.extends !== null) {
    out.write(" extends ");
    printer.expression(parts.extends, MEMBER);
    print_type_arguments(parts.extends_type_arguments, printer);
  }
  if (types && parts.implements.length > 0) {
    out.write(" implements ");
    parts.implements.forEach((each, index) => {
      if (index > 0) out.write(", ");
      printer.type(each);
    });
  }
  out.write(" {");
  const members = parts.members.filter((member) => types || !is_type_only(member));
  if (members.length > 0) print_members(members, printer);
  out.write("}");
}

/** Nothing of it is left in JavaScript. */
function is_type_only(member: target.Member_): boolean {
  if (member.kind === "Field") return member.declare;
  return member.kind === "Method" && member.body === null;
}

function print_members(members: readonly target.Member_[], printer: Printer): void {
  const { out } = printer;
  out.newline();
  out.indented(() => {
    members.forEach((member, index) => {
      if (member.blank_before === true && index > 0) out.newline();
      print_leading(member, out);
      if (member.origin !== undefined) out.mark(member.origin);
      print_member(member, printer);
      print_trailing(member, out);
      out.newline();
      print_below(member, out);
    });
  });
}

function print_member(member: target.Member_, printer: Printer): void {
  const { out } = printer;
  switch (member.kind) {
    case "StaticBlock":
      out.write("static ");
      return printer.block(member.body);
    case "Field":
      return print_field(member, printer);
    case "Method":
      if (member.static) out.write("static ");
      if (member.async) out.write("async ");
      if (member.generator) out.write("*");
      if (member.method === "get" || member.method === "set") out.write(`${member.method} `);
      print_name(member.name, member.method === "constructor", printer);
      printer.signature(member);
      if (member.body === null) return out.write(";");
      out.write(" ");
      return printer.block(member.body);
  }
}

function print_field(field: target.Field, printer: Printer): void {
  const { out, types } = printer;
  if (field.static) out.write("static ");
  if (types && field.declare) out.write("declare ");
  if (types && field.readonly) out.write("readonly ");
  print_name(field.name, false, printer);
  if (types && field.optional) out.write("?");
  if (types && field.definite && field.value === null) out.write("!");
  if (types && field.type !== null) {
    out.write(": ");
    printer.type(field.type);
  }
  if (field.value !== null) {
    out.write(" = ");
    printer.expression(field.value, ASSIGNMENT);
  }
  out.write(";");
}

function print_name(
  name: string | target.Expression,
  is_constructor: boolean,
  printer: Printer,
): void {
  const { out } = printer;
  if (typeof name === "string") {
    // A member that merely bears the name must not become the constructor.
    const needs_quotes = name === "constructor" && !is_constructor;
    return out.write(needs_quotes ? '["constructor"]' : property_name(name));
  }
  out.write("[");
  printer.expression(name, ASSIGNMENT);
  out.write("]");
}
