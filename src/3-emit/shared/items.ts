// Items of lists and tuples that may not be there: xs[i] ?? index_error(), xs.at(-1) ?? index_error().
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_a, is_flat_text, literal_int, safe_range, type_of } from "./kinds.ts";
import { is_harmless } from "./purity.ts";
import { is_repeatable } from "./repeatable.ts";
import { members } from "./types.ts";

/**
 * The engine reads an item at its place in the text as fast as it can, which a function shared by all places can't.
 * What it gives for a place without an item is no item of a list: there the error is raised. `null` where neither the
 * types nor the operands allow that form.
 */
export function checked_item(
  node: ast.Subscript,
  container: target.Expression,
  emit: Emit,
): target.Expression | null {
  const kind = sequence_kind(node.value, emit);
  if (kind === null || !is_a(node.slice, emit, "int")) return null;
  if (is_never_none(node, emit)) {
    const least = safe_range(node.slice, emit)?.min ?? -1;
    if (least >= 0)
      return or_error(item_of(container, emit.expression(node.slice), kind), kind, node, emit);
    const place = literal_int(node.slice);
    if (place !== null && kind !== "bytes")
      return or_error(build.method_call(container, "at", [build.number(place)]), kind, node, emit);
  }
  if (!is_repeatable(node.value, container, emit)) return null;
  const index = emit.expression(node.slice);
  if (!is_repeatable(node.slice, index, emit)) return null;
  const found = build.call(emit.builtin("getitem"), [container, index]);
  return build.binary("??", build.index(container, index), build.from(node, found));
}

/**
 * `xs[settable(i, xs.length)]`, to be assigned: raises what Python raises where there is no such item. `reads`: with the
 * error of a read. `null` where the container can't be written twice.
 */
export function checked_place(
  to: ast.Subscript,
  container: target.Expression,
  index: target.Expression,
  emit: Emit,
  reads = false,
): target.Index | null {
  if (!is_checked_place(to, emit) || !is_repeatable(to.value, container, emit)) return null;
  if (!is_harmless(to.slice, emit)) return null;
  const check = emit.builtin(reads ? "within" : "settable");
  const place = build.call(check, [index, build.member(container, "length")]);
  return build.index(container, place);
}

/** A list and an int: its place can be checked apart from the store. */
export function is_checked_place(to: ast.Subscript, emit: Emit): boolean {
  return type_of(to.value, emit).type === "list" && is_a(to.slice, emit, "int");
}

type Kind = "list" | "tuple" | "bytes" | "string";

function sequence_kind(node: ast.Expression, emit: Emit): Kind | null {
  const { type } = type_of(node, emit);
  if (is_flat_text(node, emit)) return "string";
  if (type === "list" || type === "bytes") return type;
  return type === "tuple" || type === "tuple_of" ? "tuple" : null;
}

/** Whether JavaScript takes none of its values for missing. */
export function is_never_none(node: ast.Expression, emit: Emit): boolean {
  return members(type_of(node, emit)).every(({ type }) => ALWAYS_THERE.has(type));
}

/** Kinds of values none of which JavaScript takes for missing. */
const ALWAYS_THERE: ReadonlySet<string> = new Set(
  "bool int float complex str bytes bytearray range list tuple tuple_of dict set frozenset instance function class".split(
    " ",
  ),
);

/** `grid[y]?.[x]`: the row raises the same error where it is not there. */
function item_of(container: target.Expression, index: target.Expression, kind: Kind): target.Index {
  const row = kind === "list" ? checked_row(container) : null;
  return row === null
    ? build.index(container, index)
    : { ...build.index(row, index), optional: true };
}

/** `x` of `x ?? index_error()`. */
function checked_row(node: target.Expression): target.Expression | null {
  if (node.kind !== "Binary" || node.operator !== "??" || node.right.kind !== "Call") return null;
  const { callee, arguments: args } = node.right;
  const is_error =
    callee.kind === "Member"
      ? callee.property === "index_error" // untraced
      : callee.kind === "Identifier" && callee.runtime === "builtins.index_error";
  return is_error && args.length === 0 ? node.left : null;
}

/** Tracebacks show the whole subscript for the call. */
function or_error(
  item: target.Expression,
  kind: Kind,
  node: ast.Subscript,
  emit: Emit,
): target.Expression {
  const args = kind === "list" ? [] : [build.string(kind)];
  const error = build.from(node, build.call(emit.builtin("index_error"), args));
  return build.binary("??", item, error);
}
