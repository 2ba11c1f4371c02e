// x op= v: the operator where JavaScript's does the same, a helper elsewhere; lists and sets change in place.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type { Type } from "../../facts/types.ts";
import type * as target from "../../target/nodes.ts";
import type { BuiltinName, Emit } from "../emit.ts";
import { is_a, safe_range } from "./kinds.ts";
import { numeric, quotient } from "./numeric.ts";
import { has_no_in_place, own_operator } from "./own-operator.ts";
import { wide_bits } from "./wide-bits.ts";
import { HELPERS, is_floor_of_quotient, native_operator } from "./operators.ts";

/**
 * The assignment to `place`, or, without a place, the new value alone. `read` is the old value; it is
 * evaluated before the right side.
 */
export function augmented(
  node: ast.AugAssign,
  read: target.Expression,
  place: target.Identifier | target.Member | target.Index | null,
  emit: Emit,
): target.Expression {
  const { op, target: to } = node;
  const is_same = read === place;
  if (emit.facts.floats.is_plain(to)) {
    if (place !== null) return of_float(node, read, place, emit);
    return new_float(node, read, emit);
  }
  const native = native_operator(op, to, node.value, emit, emit.facts.ranges.of(to));
  const value = emit.expression(node.value);
  if (native !== null) {
    if (place === null) return build.binary(native, read, value);
    if (!is_same) return build.assign(place, build.binary(native, read, value));
    return build.assign(place, value, `${native}=` as target.Assignment["operator"]);
  }
  if (is_floor_of_quotient(op, to, node.value, emit)) {
    const divided = build.binary("/", read, value);
    const floor = build.method_call(build.identifier("Math"), "floor", [divided]);
    return place === null ? floor : build.assign(place, floor);
  }
  const wide = wide_bits({ op, left: to, right: node.value }, read, value, emit);
  if (wide !== null) return place === null ? wide : build.assign(place, wide);
  if (has_no_in_place(op, to, emit)) {
    const found = own_operator(op, [to, node.value], [read, value], emit);
    if (found !== null) return place === null ? found : build.assign(place, found);
  }
  const helper = is_same_as_operator(node, emit) ? HELPERS[op] : IN_PLACE[op];
  const result = build.call(emit.builtin(helper), [read, value]);
  return place === null ? result : build.assign(place, result);
}

/** No value changes in place, and no error names the operator. */
function is_same_as_operator({ op, target: to, value }: ast.AugAssign, emit: Emit): boolean {
  const are = (...kinds: readonly Type["type"][]): boolean =>
    is_a(to, emit, ...kinds) && is_a(value, emit, ...kinds);
  if (ON_INTS.has(op)) return are("int", "bool");
  return are("int", "bool", "float") || (op === "Add" && are("str"));
}

const ON_INTS: ReadonlySet<ast.Operator> = new Set([
  "LShift",
  "RShift",
  "BitOr",
  "BitXor",
  "BitAnd",
  "MatMult",
] as const);

/** In a place that keeps the number alone. */
function of_float(
  { op, value }: ast.AugAssign,
  read: target.Expression,
  place: target.Identifier | target.Member | target.Index,
  emit: Emit,
): target.Expression {
  if (read === place && (is_a(value, emit, "float") || safe_range(value, emit) !== null)) {
    if (op === "Add") return build.assign(place, numeric(value, emit), "+=");
    if (op === "Sub") return build.assign(place, numeric(value, emit), "-=");
    if (op === "Mult") return build.assign(place, numeric(value, emit), "*=");
    if (op === "Div") {
      const result = quotient(read, value, emit);
      return result.kind === "Binary"
        ? build.assign(place, result.right, "/=")
        : build.assign(place, result);
    }
  }
  return build.assign(place, by_helper(op, read, value, emit));
}

/** The new value alone. */
function new_float(
  { op, value }: ast.AugAssign,
  read: target.Expression,
  emit: Emit,
): target.Expression {
  if (is_a(value, emit, "float") || safe_range(value, emit) !== null) {
    if (op === "Add") return build.binary("+", read, numeric(value, emit));
    if (op === "Sub") return build.binary("-", read, numeric(value, emit));
    if (op === "Mult") return build.binary("*", read, numeric(value, emit));
    if (op === "Div") return quotient(read, value, emit);
  }
  return by_helper(op, read, value, emit);
}

function by_helper(
  op: ast.Operator,
  read: target.Expression,
  value: ast.Expression,
  emit: Emit,
): target.Expression {
  const boxed = build.call(emit.builtin("as_float"), [read]);
  const result = build.call(emit.builtin(HELPERS[op]), [boxed, emit.expression(value)]);
  return build.call(build.identifier("Number"), [result]);
}

const IN_PLACE: Readonly<Record<ast.Operator, BuiltinName>> = {
  Add: "iadd",
  Sub: "isub",
  Mult: "imul",
  MatMult: "imatmul",
  Div: "itruediv",
  Mod: "imod",
  Pow: "ipow",
  LShift: "ilshift",
  RShift: "irshift",
  BitOr: "ior",
  BitXor: "ixor",
  BitAnd: "iand",
  FloorDiv: "ifloordiv",
};
