// An int by a specification that JavaScript's own methods fulfil: width, fill, and the bases that `toString` knows.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_int, literal_int, safe_range } from "./kinds.ts";

const SPEC =
  /^(?:(?<fill>[^])?(?<align>[<>]))?(?<zero>0)?(?<width>[1-9]\d{0,3})?(?<type>[dxXob])?$/;
const BASES: Readonly<Record<string, number>> = { x: 16, X: 16, o: 8, b: 2 };

/** What stands in `${…}`: `f"{i:5}"` → `String(i).padStart(5)`, `f"{i:04x}"` → `i.toString(16).padStart(4, "0")`; `null` where that may differ. */
export function int_format(
  value: ast.Expression,
  spec: string,
  emit: Emit,
): target.Expression | null {
  const groups = SPEC.exec(spec)?.groups;
  if (groups === undefined || !is_int(value, emit) || literal_int(value) !== null) return null;
  const { align, zero, width, type = "d" } = groups;
  const range = safe_range(value, emit);
  // A decimal text may become too long for Python, and zeros go between the sign and the digits.
  if (type === "d" && range === null) return null;
  if (zero !== undefined && (align !== undefined || range === null || range.min < 0)) return null;
  if (width === undefined && type === "d") return emit.expression(value);
  const digits = digits_of(value, type, emit);
  if (width === undefined) return digits;
  const fill = zero ?? groups["fill"] ?? " ";
  return build.method_call(digits, align === "<" ? "padEnd" : "padStart", [
    build.number(Number(width)),
    ...(fill === " " ? [] : [build.string(fill)]),
  ]);
}

function digits_of(value: ast.Expression, type: string, emit: Emit): target.Expression {
  const base = BASES[type];
  const shown = emit.expression(value);
  if (base === undefined) return build.call(build.identifier("String"), [shown]);
  const digits = build.method_call(shown, "toString", [build.number(base)]);
  return type === "X" ? build.method_call(digits, "toUpperCase", []) : digits;
}
