// x op= v: the operator where JavaScript's does the same, a helper elsewhere; lists and sets change in place.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type { Type } from "../../facts/types.ts";
import type * as target from "../../target/nodes.ts";
import type { BuiltinName, Emit } from "../emit.ts";
import { is_a } from "./kinds.ts";
import { HELPERS, native_operator } from "./operators.ts";

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
  const native = native_operator(op, to, node.value, emit, emit.facts.ranges.of(to));
  const value = emit.expression(node.value);
  if (native !== null) {
    if (place === null) return build.binary(native, read, value);
    return build.assign(place, value, `${native}=` as target.Assignment["operator"]);
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
