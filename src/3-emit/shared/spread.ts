// *xs in a call or display → ...xs: all items are taken at once.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { consumed } from "./comprehension/consumed.ts";
import { iterated } from "./iterated.ts";
import { type_of } from "./kinds.ts";
import { members } from "./types.ts";

/** `callee` is named by the error where the items are all positional arguments of a call. */
export function spread(
  node: ast.Expression,
  emit: Emit,
  callee: target.Expression | null = null,
): target.Expression {
  const all = node.tag === "GeneratorExp" ? consumed(node, emit) : null;
  if (all !== null) return build.spread(all);
  if (!may_lack_items(node, emit)) return build.spread(iterated(node, emit));
  const args = [emit.expression(node), ...(callee === null ? [] : [callee])];
  return build.spread(build.call(emit.builtin("starred"), args));
}

function may_lack_items(node: ast.Expression, emit: Emit): boolean {
  return members(type_of(node, emit)).some(
    (type) => WITHOUT_ITEMS.has(type.type) || is_surely_no_iterable(type, emit),
  );
}

/** Neither the class nor one above it says what its items are. */
function is_surely_no_iterable(type: Type, emit: Emit): boolean {
  if (type.type !== "instance") return false;
  const { bases, methods } = emit.facts.classes.info(type.node);
  if (methods.has("__iter__") || methods.has("__getitem__")) return false;
  return bases.every(
    (base) => base.type === "class" && is_surely_no_iterable({ ...type, node: base.node }, emit),
  );
}

const WITHOUT_ITEMS: ReadonlySet<Type["type"]> = new Set([
  "unknown",
  "none",
  "int",
  "float",
  "bool",
  "function",
] as const);
