// A tree as CPython's `ast.dump(tree, include_attributes=True)` prints it, byte for byte.
import { Positions } from "../positions.ts";
import type { ConstantValue } from "./expressions.ts";
import { fields, placeless } from "./fields.ts";
import type { Node } from "./node.ts";
import { repr_bytes, repr_complex, repr_float, repr_string } from "./repr.ts";

/** `text` is the source of `root`: columns are counted in its UTF-8 form. */
export function dump(root: Node, text: string): string {
  const positions = new Positions(text);
  const pieces: string[] = [];
  write_node(root, positions, pieces);
  return pieces.join("");
}

const enumerations = new Set(["op", "ops", "ctx"]);

function write_node(node: Node, positions: Positions, pieces: string[]): void {
  pieces.push(node.tag, "(");
  let separator = "";
  const shows_empty = node.tag === "Constant" || node.tag === "MatchSingleton";
  for (const name of fields[node.tag] ?? []) {
    const value = (node as unknown as Readonly<Record<string, unknown>>)[name];
    if (value === null && (!shows_empty || name === "kind")) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    pieces.push(separator, name, "=");
    separator = ", ";
    write_value(value, enumerations.has(name), positions, pieces);
  }
  if (!placeless.has(node.tag)) {
    const start = positions.at(node.start);
    const end = positions.at(node.end);
    pieces.push(
      `${separator}lineno=${start.line}, col_offset=${start.column}, end_lineno=${end.line}, end_col_offset=${end.column}`,
    );
  }
  pieces.push(")");
}

function write_value(
  value: unknown,
  is_enumeration: boolean,
  positions: Positions,
  pieces: string[],
): void {
  if (Array.isArray(value)) {
    let separator = "[";
    for (const item of value as readonly unknown[]) {
      pieces.push(separator);
      separator = ", ";
      write_value(item, is_enumeration, positions, pieces);
    }
    pieces.push("]");
  } else if (typeof value === "string")
    pieces.push(is_enumeration ? `${value}()` : repr_string(value));
  else if (typeof value === "number") pieces.push(`${value}`);
  else if (value === null) pieces.push("None");
  else if (is_node(value)) write_node(value, positions, pieces);
  else pieces.push(repr_constant(value as ConstantValue));
}

function repr_constant(value: ConstantValue): string {
  switch (value.type) {
    case "None":
      return "None";
    case "Ellipsis":
      return "Ellipsis";
    case "bool":
      return value.value ? "True" : "False";
    case "int":
      return `${value.value}`;
    case "float":
      return repr_float(value.value);
    case "complex":
      return repr_complex(value.imag);
    case "str":
      return repr_string(value.value, value.split_pairs);
    case "bytes":
      return repr_bytes(value.value);
  }
}

function is_node(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "tag" in value;
}
