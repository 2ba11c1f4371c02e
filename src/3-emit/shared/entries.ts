// for i, x in enumerate(xs) → for (const [i, x] of xs.entries()): where the pairs are taken apart at once, no tuples.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_array } from "./kinds.ts";

/** The list of `for i, x in enumerate(xs)`, which counts from 0; `null` for all else. */
export function enumerated_list(
  to: ast.Expression,
  iter: ast.Expression,
  emit: Emit,
): ast.Expression | null {
  if (to.tag !== "Tuple" && to.tag !== "List") return null;
  if (to.elts.length !== 2 || to.elts.some(({ tag }) => tag === "Starred")) return null;
  if (iter.tag !== "Call" || iter.keywords.length > 0) return null;
  const [list, ...others] = iter.args;
  if (list === undefined || others.length > 0 || !is_array(list, emit)) return null;
  const callee = emit.facts.calls.callee(iter);
  return callee.kind === "builtin" && callee.name === "enumerate" ? list : null;
}

/** What gives the counts and items of the list; `null` where it has to be `enumerate` itself. */
export function entries(
  to: ast.Expression,
  iter: ast.Expression,
  emit: Emit,
): target.Expression | null {
  const list = enumerated_list(to, iter, emit);
  return list === null
    ? null
    : build.from(iter, build.method_call(emit.expression(list), "entries", []));
}
