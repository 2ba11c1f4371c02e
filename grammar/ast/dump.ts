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
  write(root, { positions, in_f_strings }, pieces);
  return pieces.join("");
}

interface Places {
  readonly positions: Positions | null;
  readonly in_f_strings: boolean;
}

const enumerations = new Set(["op", "ops", "ctx"]);

/** What is still to be printed, the next on top: a tree may be deeper than JavaScript's stack. */
type Pending =
  | string
  | {
      readonly value: unknown;
      readonly is_enumeration: boolean;
      readonly places: Places;
    };

function write(root: Node, places: Places, pieces: string[]): void {
  const stack: Pending[] = [{ value: root, is_enumeration: false, places }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === "string") pieces.push(next);
    else if (is_node(next.value)) push(stack, node_parts(next.value, next.places));
    else if (Array.isArray(next.value)) push(stack, list_parts(next.value, next));
    else pieces.push(repr(next.value, next.is_enumeration));
  }
}

function push(stack: Pending[], parts: readonly Pending[]): void {
  for (let i = parts.length - 1; i >= 0; i--) stack.push(parts[i] as Pending);
}

function node_parts(node: Node, own: Places): Pending[] {
  const { positions, in_f_strings } = own;
  const places = node.tag === "JoinedStr" && !in_f_strings ? { ...own, positions: null } : own;
  const parts: Pending[] = [`${node.tag}(`];
  let separator = "";
  const shows_empty = node.tag === "Constant" || node.tag === "MatchSingleton";
  for (const name of fields[node.tag] ?? []) {
    const value = (node as unknown as Readonly<Record<string, unknown>>)[name];
    if (value === null && (!shows_empty || name === "kind")) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    parts.push(`${separator}${name}=`, {
      value,
      is_enumeration: enumerations.has(name),
      places,
    });
    separator = ", ";
  }
  if (positions !== null && !placeless.has(node.tag)) {
    const start = positions.at(node.start);
    const end = positions.at(node.end);
    parts.push(
      `${separator}lineno=${start.line}, col_offset=${start.column}, end_lineno=${end.line}, end_col_offset=${end.column}`,
    );
  }
  parts.push(")");
  return parts;
}

function list_parts(
  items: readonly unknown[],
  { is_enumeration, places }: Exclude<Pending, string>,
): Pending[] {
  const parts: Pending[] = ["["];
  for (const value of items) {
    if (parts.length > 1) parts.push(", ");
    parts.push({ value, is_enumeration, places });
  }
  parts.push("]");
  return parts;
}

function repr(value: unknown, is_enumeration: boolean): string {
  if (typeof value === "string") return is_enumeration ? `${value}()` : repr_string(value);
  if (typeof value === "number") return `${value}`;
  return value === null ? "None" : repr_constant(value as ConstantValue);
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
