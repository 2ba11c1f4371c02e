// Binding patterns, parameters and signatures.
import type * as target from "../target/nodes.ts";
import { print_list } from "./lists.ts";
import { property_name } from "./literals.ts";
import { ASSIGNMENT, MEMBER } from "./precedence.ts";
import type { Printer } from "./printer.ts";
import { print_type_parameters } from "./types.ts";

export function print_target(node: target.Target, printer: Printer): void {
  const { out } = printer;
  switch (node.kind) {
    case "ArrayTarget":
      return print_array_target(node, printer);
    case "ObjectTarget":
      out.write("{ ");
      node.properties.forEach(({ key, value }, index) => {
        if (index > 0) out.write(", ");
        print_property_target(key, value, printer);
      });
      return out.write(" }");
    case "RestTarget":
      out.write("...");
      return printer.target(node.target);
    case "DefaultTarget":
      printer.target(node.target);
      out.write(" = ");
      return printer.expression(node.value, ASSIGNMENT);
    case "Hole":
      return;
    default:
      return printer.expression(node, MEMBER);
  }
}

function print_array_target(node: target.ArrayTarget, printer: Printer): void {
  const { out } = printer;
  out.write("[");
  node.elements.forEach((element, index) => {
    if (index > 0) out.write(", ");
    printer.target(element);
  });
  // A hole at the end needs a comma of its own to count.
  if (node.elements.at(-1)?.kind === "Hole") out.write(",");
  out.write("]");
}

function print_property_target(key: string, value: target.Target, printer: Printer): void {
  const bound = value.kind === "DefaultTarget" ? value.target : value;
  if (value.kind === "RestTarget" || (bound.kind === "Identifier" && bound.name === key))
    return printer.target(value);
  printer.out.write(`${property_name(key)}: `);
  printer.target(value);
}

/** `<T>(a: A, b = 1): R`. */
export function print_signature(parts: target.FunctionParts, printer: Printer): void {
  print_type_parameters(parts.type_parameters, printer);
  print_list(parts.parameters, ["(", ")"], printer.out, (each) => print_parameter(each, printer));
  if (parts.returns === null || !printer.types) return;
  printer.out.write(": ");
  printer.type(parts.returns);
}

export function print_parameter(node: target.Parameter, printer: Printer): void {
  const { out, types } = printer;
  if (node.rest) out.write("...");
  printer.target(node.target);
  if (types && node.optional && node.default === null) out.write("?");
  if (types && node.type !== null) {
    out.write(": ");
    printer.type(node.type);
  }
  if (node.default === null) return;
  out.write(" = ");
  printer.expression(node.default, ASSIGNMENT);
}
