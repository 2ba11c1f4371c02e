// Class bodies: fields, methods, static blocks.
import type * as target from "../target/nodes.ts";
import { print_below, print_leading, print_trailing } from "./comments.ts";
import { property_name } from "./literals.ts";
import {
  is_plain_field,
  is_plain_function,
  is_plain_heritage,
  is_plain_method,
} from "./layout/plain-statements.ts";
import { field_text } from "./documents/index.ts";
import { ASSIGNMENT, MEMBER } from "./precedence.ts";
import { print_function } from "./functions.ts";
import type { Printer } from "./printer.ts";
import { print_type_arguments, print_type_parameters } from "./types.ts";
import type { Place } from "./writer.ts";

/** Everything behind `class Name`. */
export function print_class_body(parts: target.ClassParts, printer: Printer, since: Place): void {
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
  const members = parts.members.filter((member) => types || !is_type_only(member));
  out.write(members.length > 0 ? " {" : " {}");
  if (types && !(is_plain_heritage(parts) && out.fits(since))) out.leave(since, "head");
  if (members.length === 0) return;
  print_members(members, printer);
  out.write("}");
}

/** Nothing of it is left in JavaScript. */
function is_type_only(member: target.Member_): boolean {
  if (member.kind === "Field") return member.declare;
  return member.kind === "Method" && member.body === null;
}

function print_members(members: readonly target.Member_[], printer: Printer): void {
  const { out, types } = printer;
  out.newline();
  out.indented(() => {
    members.forEach((member, index) => {
      if (member.blank_before === true && index > 0) out.newline();
      print_leading(member, out);
      if (member.origin !== undefined) out.mark(member.origin);
      const begin = out.begin();
      print_member(member, printer, begin);
      if (types && member.kind === "Field") lay_out(member, begin, printer);
      print_trailing(member, out);
      out.newline();
      print_below(member, out);
    });
  });
}

function lay_out(node: target.Field, begin: Place, printer: Printer): void {
  const { out } = printer;
  if (is_plain_field(node) && out.fits(begin)) return;
  if (typeof node.name === "string" && !/^[\d.]/.test(node.name)) {
    const head =
      field_head(node, printer) + field_name(node.name, false) + field_mark(node, printer);
    if (out.settle(begin, (start) => field_text(node, head, start))) return;
  }
  out.leave(begin, "member");
}

function print_member(member: target.Member_, printer: Printer, begin: Place): void {
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
      if (member.body === null) {
        printer.signature(member);
        out.write(";");
        if (printer.types && !(is_plain_function(member) && out.fits(begin)))
          out.leave(begin, "member");
        return;
      }
      return print_function(
        { ...member, body: member.body },
        begin,
        is_plain_method(member),
        "member head",
        printer,
      );
  }
}

function print_field(field: target.Field, printer: Printer): void {
  const { out, types } = printer;
  out.write(field_head(field, printer));
  print_name(field.name, false, printer);
  out.write(field_mark(field, printer));
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

function field_head(field: target.Field, { types }: Printer): string {
  const words = [
    types && field.declare ? "declare " : "",
    field.static ? "static " : "",
    types && field.readonly ? "readonly " : "",
  ];
  return words.join("");
}

function field_mark({ optional, definite, value }: target.Field, { types }: Printer): string {
  if (!types) return "";
  return `${optional ? "?" : ""}${definite && value === null ? "!" : ""}`;
}

/** A member that merely bears the name must not become the constructor. */
function field_name(name: string, is_constructor: boolean): string {
  return name === "constructor" && !is_constructor ? '["constructor"]' : property_name(name);
}

function print_name(
  name: string | target.Expression,
  is_constructor: boolean,
  printer: Printer,
): void {
  const { out } = printer;
  if (typeof name === "string") return out.write(field_name(name, is_constructor));
  out.write("[");
  printer.expression(name, ASSIGNMENT);
  out.write("]");
}
