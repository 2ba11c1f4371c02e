// A tree as CPython's `ast.dump(tree, include_attributes=True)` prints it, byte for byte.
import { Positions } from "../positions.ts";
import type { ConstantValue } from "./expressions.ts";
import { fields, placeless } from "./fields.ts";
import type { Node } from "./node.ts";
import { repr_bytes, repr_complex, repr_float, repr_string } from "./repr.ts";

/**
 * `text` is the source of `root`: columns are counted in its UTF-8 form. With `null` the places are left out; without
 * `in_f_strings`, those of what stands inside of f-strings (before 3.12 CPython had none that counted in the file).
 */
export function dump(
  root: Node,
  text: string | null,
  { in_f_strings = true }: { readonly in_f_strings?: boolean } = {},
): string {
  const positions = text === null ? null : new Positions(text);
  const pieces: string[] = [];
  write_node(root, { positions, in_f_strings }, pieces);
  return pieces.join("");
}

interface Places {
  readonly positions: Positions | null;
  readonly in_f_strings: boolean;
}

const enumerations = new Set(["op", "ops", "ctx"]);

function write_node(node: Node, places: Places, pieces: string[]): void {
  const { positions, in_f_strings } = places;
  const below = node.tag === "JoinedStr" && !in_f_strings ? { ...places, positions: null } : places;
  pieces.push(node.tag, "(");
  let separator = "";
  const shows_empty = node.tag === "Constant" || node.tag === "MatchSingleton";
  for (const name of fields[node.tag] ?? []) {
    const value = (node as unknown as Readonly<Record<string, unknown>>)[name];
    if (value === null && (!shows_empty || name === "kind")) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    pieces.push(separator, name, "=");
    separator = ", ";
    write_value(value, enumerations.has(name), below, pieces);
  }
  if (positions !== null && !placeless.has(node.tag)) {
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
  places: Places,
  pieces: string[],
): void {
  if (Array.isArray(value)) {
    let separator = "[";
    for (const item of value as readonly unknown[]) {
      pieces.push(separator);
      separator = ", ";
      write_value(item, is_enumeration, places, pieces);
    }
    pieces.push("]");
  } else if (typeof value === "string")
    pieces.push(is_enumeration ? `${value}()` : repr_string(value));
  else if (typeof value === "number") pieces.push(`${value}`);
  else if (value === null) pieces.push("None");
  else if (is_node(value)) write_node(value, places, pieces);
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
