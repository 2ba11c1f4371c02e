// (x * a + c) % m → (mul_mod(x, a, m) + c) % m, (Math.imul(x, a) + c) >>> 0: products larger than a double holds, of which only the rest counts
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_safe, literal_int, safe_range } from "./kinds.ts";
import { product } from "./operators.ts";
import { is_stable } from "./order.ts";

/** `null` where it is no such remainder, or its parts are calculated natively anyway. */
export function modular(node: ast.BinOp, emit: Emit): target.Expression | null {
  const parts = parts_of(node, emit);
  if (parts === null) return null;
  const { factors, addend, modulus } = parts;
  const [left, right] = factors.map((each) => emit.expression(each));
  if (left === undefined || right === undefined) return null;
  const added = (to: target.Expression): target.Expression =>
    addend === null ? to : build.binary("+", to, emit.expression(addend));
  const size = literal_int(modulus);
  const bits = node.op === "BitAnd" ? size : size === null ? null : size - 1;
  const low = build.method_call(build.identifier("Math"), "imul", [left, right]);
  if (bits === 2 ** 32 - 1) return build.binary(">>>", added(low), build.number(0));
  if (bits === 2 ** 31 - 1) return build.binary("&", added(low), build.number(bits));
  const rest = build.call(emit.builtin("mul_mod"), [left, right, emit.expression(modulus)]);
  return addend === null ? rest : build.binary("%", added(rest), emit.expression(modulus));
}

export function is_modular(node: ast.BinOp, emit: Emit): boolean {
  return parts_of(node, emit) !== null;
}

interface Parts {
  readonly factors: readonly ast.Expression[];
  readonly addend: ast.Expression | null;
  readonly modulus: ast.Expression;
}

function parts_of({ op, left, right }: ast.BinOp, emit: Emit): Parts | null {
  if ((op !== "Mod" && op !== "BitAnd") || left.tag !== "BinOp") return null;
  if (op === "BitAnd" && !MASKS.has(literal_int(right) ?? 0)) return null;
  if ((safe_range(right, emit)?.min ?? 0) <= 0) return null;
  const [multiplied, addend] = left.op === "Add" ? [left.left, left.right] : [left, null];
  if (multiplied.tag !== "BinOp" || multiplied.op !== "Mult") return null;
  const a = safe_range(multiplied.left, emit);
  const b = safe_range(multiplied.right, emit);
  if (a === null || b === null || is_safe(product(a, b))) return null;
  if (addend !== null) {
    const range = safe_range(addend, emit);
    if (range === null || range.min < 0 || range.max > 2 ** 50) return null;
    if ((safe_range(right, emit)?.max ?? 0) > 2 ** 50 || !is_stable(right, emit)) return null;
  }
  return { factors: [multiplied.left, multiplied.right], addend, modulus: right };
}

const MASKS: ReadonlySet<number> = new Set([2 ** 31 - 1, 2 ** 32 - 1]);
