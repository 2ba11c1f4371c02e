// Short questions about the type of an expression.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Range, Type } from "../../facts/types.ts";
import type { Emit } from "../emit.ts";
import { is_dict_type, members } from "./types.ts";

export function type_of(node: ast.Expression, emit: Emit): Type {
  return emit.facts.types.of(node);
}

/** Whether every value of the expression is of one of the kinds. */
export function is_a(node: ast.Expression, emit: Emit, ...kinds: readonly Type["type"][]): boolean {
  return members(type_of(node, emit)).every((member) => kinds.includes(member.type));
}

/** `d.at(k)`, `d.set(k, v)`, `d.has(k)` are its items. */
export function is_dict(node: ast.Expression, emit: Emit): boolean {
  return is_dict_type(type_of(node, emit));
}

/** `data[i]` of a bytearray: `data.at(i)`, `data.set(i, byte)`. */
export function is_byte({ value, slice }: ast.Subscript, emit: Emit): boolean {
  return type_of(value, emit).type === "bytearray" && is_a(slice, emit, "int");
}

/** Strings whose characters all take one UTF-16 unit: indices, slices and lengths are JavaScript's. */
export function is_flat_text(node: ast.Expression, emit: Emit): boolean {
  return members(type_of(node, emit)).every(
    (member) => member.type === "str" && member.is_flat === true,
  );
}

export function is_str(node: ast.Expression, emit: Emit): boolean {
  return is_a(node, emit, "str");
}

/** Ints proper: `True` is none here, TypeScript does not calculate with it. */
export function is_int(node: ast.Expression, emit: Emit): boolean {
  return is_a(node, emit, "int");
}

/** Elements of lists and tuples lie in a JavaScript array. */
export function is_array(node: ast.Expression, emit: Emit): boolean {
  return is_a(node, emit, "list", "tuple", "tuple_of");
}

/** An int whose values are all known to lie in an interval of safe integers. */
export function safe_range(node: ast.Expression, emit: Emit): Range | null {
  if (!is_int(node, emit)) return null;
  const range = emit.facts.ranges.of(node);
  return range !== null && is_safe(range) ? range : null;
}

export function is_safe(range: Range): boolean {
  return range.min >= Number.MIN_SAFE_INTEGER && range.max <= Number.MAX_SAFE_INTEGER;
}

/** The text of a literal string. */
export function literal_text(node: ast.Expression): string | null {
  return node.tag === "Constant" && node.value.type === "str" ? node.value.value : null;
}

/** The value of a literal int (or its negation) that is safe. */
export function literal_int(node: ast.Expression): number | null {
  if (node.tag === "UnaryOp" && node.op === "USub") {
    const value = literal_int(node.operand);
    return value === null ? null : 0 - value;
  }
  if (node.tag !== "Constant" || node.value.type !== "int") return null;
  const value = Number(node.value.value);
  return Number.isSafeInteger(value) ? value : null;
}
