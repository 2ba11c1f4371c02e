// xs[a::b] = [x] * n → fill_slice(xs, slice(a, null, b), x, n): no list is made of what is the same throughout
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_a, type_of } from "./kinds.ts";
import { is_harmless, is_total } from "./purity.ts";

/** `null` where it is not such a store, or where the order of evaluation could show. */
export function filled_slice(
  to: ast.Expression,
  value: ast.Expression,
  emit: Emit,
): target.Expression | null {
  if (to.tag !== "Subscript" || to.slice.tag !== "Slice" || to.slice.step === null) return null;
  if (value.tag !== "BinOp" || value.op !== "Mult" || value.left.tag !== "List") return null;
  const [item, ...others] = value.left.elts;
  if (item === undefined || item.tag === "Starred" || others.length > 0) return null;
  if (type_of(to.value, emit).type !== "list" || !is_a(value.right, emit, "int")) return null;
  const { lower, upper, step } = to.slice;
  const parts = [to.value, lower, upper, step, item].filter((each) => each !== null);
  if (!parts.every((each) => is_total(each, emit)) || !is_harmless(value.right, emit)) return null;
  const args = [to.value, to.slice, item, value.right].map((each) => emit.expression(each));
  return build.from(to, build.call(emit.builtin("fill_slice"), args));
}
