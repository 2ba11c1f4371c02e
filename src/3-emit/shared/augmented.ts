// x op= v: the operator where JavaScript's does the same, a helper elsewhere; lists and sets change in place.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
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
  place: target.Identifier | target.Member | null,
  emit: Emit,
): target.Expression {
  const { op, target: to } = node;
  const native = native_operator(op, to, node.value, emit, emit.facts.ranges.of(to));
  const value = emit.expression(node.value);
  if (native !== null) {
    if (place === null) return build.binary(native, read, value);
    return build.assign(place, value, `${native}=` as target.Assignment["operator"]);
  }
  const helper = is_a(to, emit, ...IMMUTABLE) ? HELPERS[op] : IN_PLACE[op];
  const result = build.call(emit.builtin(helper), [read, value]);
  return place === null ? result : build.assign(place, result);
}

const IMMUTABLE = ["int", "float", "bool", "complex", "str", "bytes", "tuple", "tuple_of"] as const;

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
