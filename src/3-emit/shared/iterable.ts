// What a loop runs over: native where JavaScript's loop does the same, through a helper otherwise.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { attached } from "./attached.ts";
import { entries } from "./entries.ts";
import { is_str } from "./kinds.ts";
import { has_break } from "./reachability.ts";
import type { Emit } from "../emit.ts";
import type { StatementEmit } from "./statement-emit.ts";
import { is_enumeration } from "./enum-members.ts";
import { suites } from "./suites.ts";
import { fits } from "./store.ts";
import { element_of, is_view_type, members } from "./types.ts";

/** The iterable of a `for` loop. */
export function iterable(node: ast.For, emit: StatementEmit): target.Expression {
  const { iter } = node;
  const words = words_of(iter, emit);
  if (words !== null) return words;
  const counted = entries(node.target, iter, emit);
  if (counted !== null) return counted;
  const emitted = taken_apart(node, emit) ?? display(iter, emit) ?? emit.expression(iter);
  const types = members(emit.facts.types.of(iter));
  if (
    types.every((type) => NATIVE.has(type.type) || is_view_type(type) || is_enumeration(type, emit))
  )
    return emitted;
  if (types.every((type) => NATIVE.has(type.type) || is_closable(type))) {
    // JavaScript closes a generator when its loop is left; Python does too, once nobody holds it.
    if (iter.tag === "Call" || iter.tag === "GeneratorExp" || !leaves_early(node.body))
      return emitted;
    return build.call(emit.builtin("keep_open"), [emitted]);
  }
  const is_held = iter.tag !== "Call" && leaves_early(node.body);
  return build.call(emit.builtin(is_held ? "keep_open" : "iter"), [emitted]);
}

/** `for x, y in [(1, 2), (3, 4)]`: nobody sees the tuples either, which the loop takes apart at once. */
function taken_apart({ iter, target: to }: ast.For, emit: StatementEmit): target.Expression | null {
  if ((iter.tag !== "Tuple" && iter.tag !== "List") || iter.elts.length === 0) return null;
  const element = element_of(emit.facts.types.of(iter));
  if (element.type !== "tuple" || !fits(to, element, emit)) return null;
  if (to.tag !== "Tuple" && to.tag !== "List") return null;
  const { length } = to.elts;
  const rows: target.Expression[] = [];
  for (const row of iter.elts) {
    const is_plain =
      row.tag === "Tuple" && row.elts.length === length && !row.elts.some(is_starred);
    if (!is_plain) return null;
    rows.push(attached(row, build.array(row.elts.map((each) => emit.expression(each))), emit));
  }
  if (to.elts.some(is_starred)) return null;
  return build.as_(build.array(rows), build.array_type(emit.type(element)));
}

function is_starred({ tag }: ast.Expression): boolean {
  return tag === "Starred";
}

/** `for x in (1, 2)`: nobody else sees the tuple. */
export function display(iter: ast.Expression, emit: Emit): target.Expression | null {
  if (iter.tag !== "Tuple" || iter.elts.length === 0) return null;
  if (iter.elts.some(({ tag }) => tag === "Starred")) return null;
  return build.array(iter.elts.map((each) => emit.expression(each)));
}

/** `for word in text.split()`: nobody else sees the list, so the words are cut off as the loop comes to them. */
function words_of(node: ast.Expression, emit: StatementEmit): target.Expression | null {
  if (node.tag !== "Call" || node.func.tag !== "Attribute" || node.func.attr !== "split")
    return null;
  if (node.args.length > 0 || node.keywords.length > 0 || !is_str(node.func.value, emit))
    return null;
  return build.method_call(emit.builtin("str"), "words", [emit.expression(node.func.value)]);
}

const NATIVE: ReadonlySet<Type["type"]> = new Set([
  "list",
  "tuple",
  "tuple_of",
  "str",
  "range",
  "dict",
  "set",
  "frozenset",
  "bytes",
  "bytearray",
] as const);

function is_closable(type: Type): boolean {
  return type.type === "generator" || type.type === "iterator";
}

/** Whether the loop's suite can leave the loop by break or return. */
export function leaves_early(body: readonly ast.Statement[]): boolean {
  return has_break(body) || has_return(body);
}

function has_return(body: readonly ast.Statement[]): boolean {
  return body.some(
    (statement) =>
      statement.tag === "Return" || suites(statement).some((suite) => has_return(suite.body)),
  );
}
