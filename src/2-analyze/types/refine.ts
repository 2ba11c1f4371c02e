// What a test that has come out true (or false) tells of the variables in it.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Range, Type } from "../../facts/types.ts";
import { hull, intersection } from "../ranges/interval.ts";
import { instance_part } from "./instance-test.ts";
import type { Inference } from "./inference.ts";
import { flows } from "./names.ts";
import { int_range } from "./operators.ts";
import { truth_part } from "./truth.ts";
import { Int, int, is_never, is_unknown, members } from "./values.ts";

export function refine(inference: Inference, node: ast.Expression, outcome: boolean): void {
  switch (node.tag) {
    case "Name":
    case "NamedExpr":
      return narrow(inference, node, (type) => truth_part(inference, type, outcome));
    case "Compare":
      return refine_comparison(inference, node, outcome);
    case "Call":
      return refine_call(inference, node, outcome);
    default:
      return;
  }
}

/** Restricts the variable that an expression names; nothing left means that control never gets here. */
export function narrow(
  inference: Inference,
  node: ast.Expression,
  restrict: (type: Type) => Type,
): void {
  const name = node.tag === "NamedExpr" ? node.target : node;
  if (name.tag !== "Name") return;
  const resolution = inference.module.scopes.resolve(name);
  if (resolution.kind !== "binding" || resolution.binding.imported !== null) return;
  const { binding } = resolution;
  if (!flows(inference, binding)) return;
  const before = inference.read(binding);
  const after = restrict(before);
  if (after === before) return;
  if (is_never(after)) inference.state.is_reachable = false;
  else inference.state.set(binding, after);
}

function refine_call(inference: Inference, node: ast.Call, outcome: boolean): void {
  const [subject, classes] = node.args;
  if (node.func.tag !== "Name" || node.func.id !== "isinstance") return;
  if (inference.module.scopes.resolve(node.func).kind !== "builtin") return;
  if (subject === undefined || classes === undefined) return;
  const tested = inference.last(classes);
  narrow(inference, subject, (type) => instance_part(inference, type, tested, outcome, node));
}

function refine_comparison(inference: Inference, node: ast.Compare, outcome: boolean): void {
  if (node.ops.length > 1 && !outcome) return;
  let left = node.left;
  node.ops.forEach((op, index) => {
    const right = node.comparators[index];
    if (right === undefined) return;
    refine_pair(inference, op, left, right, outcome);
    left = right;
  });
}

function refine_pair(
  inference: Inference,
  op: ast.ComparisonOperator,
  left: ast.Expression,
  right: ast.Expression,
  outcome: boolean,
): void {
  const is_equality = op === "Is" || op === "IsNot" || op === "Eq" || op === "NotEq";
  if (is_equality) {
    const is_same = (op === "Is" || op === "Eq") === outcome;
    if (is_none(right))
      return narrow(inference, left, (type) => none_part(inference, type, is_same));
    if (is_none(left))
      return narrow(inference, right, (type) => none_part(inference, type, is_same));
  }
  const [a, b] = [whole_range(inference.last(left)), whole_range(inference.last(right))];
  if (op === (outcome ? "NotEq" : "Eq")) {
    if (b !== null) narrow(inference, left, (type) => other_part(inference, type, b));
    if (a !== null) narrow(inference, right, (type) => other_part(inference, type, a));
    return;
  }
  const relation = outcome ? RELATIONS[op] : NEGATED[op];
  if (relation === undefined) return;
  if (b !== null) {
    narrow(inference, left, (type) => int_part(inference, type, relation(b)));
    narrow_root(inference, left, relation(b));
  }
  if (a !== null) {
    const mirrored = MIRRORED.get(relation);
    if (mirrored !== undefined) {
      narrow(inference, right, (type) => int_part(inference, type, mirrored(a)));
      narrow_root(inference, right, mirrored(a));
    }
  }
}

/** `while i * i <= n`: what lies below a bound has its root below the bound's. */
function narrow_root(inference: Inference, node: ast.Expression, { max }: Range): void {
  const root = squared(node);
  if (root === null || !(max >= 0 && max <= Number.MAX_SAFE_INTEGER)) return;
  const bound = Math.floor(Math.sqrt(max)) + 1;
  narrow(inference, root, (type) => int_part(inference, type, { min: -bound, max: bound }));
}

/** `x` of `x * x` and `x ** 2`. */
function squared(node: ast.Expression): ast.Name | null {
  if (node.tag !== "BinOp" || node.left.tag !== "Name") return null;
  const { op, left, right } = node;
  if (op === "Mult") return right.tag === "Name" && right.id === left.id ? left : null;
  const is_two = right.tag === "Constant" && right.value.type === "int" && right.value.value === 2n;
  return op === "Pow" && is_two ? left : null;
}

type Relation = (other: Range) => Range;
const below: Relation = ({ max }) => ({ min: -Infinity, max: max - 1 });
const at_most: Relation = ({ max }) => ({ min: -Infinity, max });
const above: Relation = ({ min }) => ({ min: min + 1, max: Infinity });
const at_least: Relation = ({ min }) => ({ min, max: Infinity });
const equal: Relation = (range) => range;

const RELATIONS: Partial<Record<ast.ComparisonOperator, Relation>> = {
  Lt: below,
  LtE: at_most,
  Gt: above,
  GtE: at_least,
  Eq: equal,
};
const NEGATED: Partial<Record<ast.ComparisonOperator, Relation>> = {
  Lt: at_least,
  LtE: above,
  Gt: at_most,
  GtE: below,
  NotEq: equal,
};
const MIRRORED = new Map<Relation, Relation>([
  [below, above],
  [at_most, at_least],
  [above, below],
  [at_least, at_most],
  [equal, equal],
]);

/** The interval of a value that is certainly an int; `null` for others. */
function whole_range(type: Type): Range | null {
  let range: Range | null = null;
  for (const member of members(type)) {
    const own = int_range(member);
    if (own === null) return null;
    range = range === null ? own : hull(range, own);
  }
  return range;
}

/** Ints outside the bound can't be here; other members say nothing about it. */
function int_part(inference: Inference, type: Type, bound: Range): Type {
  if (is_unknown(type) || !members(type).some((member) => member instanceof Int)) return type;
  const parts = members(type).flatMap((member) => {
    if (!(member instanceof Int)) return [member];
    const range = intersection(member.range, bound);
    if (range === null) return [];
    return range.min === member.range.min && range.max === member.range.max
      ? [member]
      : [int(range)];
  });
  return inference.heap.join_all(parts);
}

/** Ints other than this one: an interval loses an end. */
function other_part(inference: Inference, type: Type, { min, max }: Range): Type {
  if (min !== max || is_unknown(type)) return type;
  if (!members(type).some((member) => member instanceof Int && has_end(member.range, min)))
    return type;
  const parts = members(type).flatMap((member) => {
    if (!(member instanceof Int) || !has_end(member.range, min)) return [member];
    const from = member.range.min === min ? min + 1 : member.range.min;
    const to = member.range.max === min ? min - 1 : member.range.max;
    return from > to ? [] : [int({ min: from, max: to })];
  });
  return inference.heap.join_all(parts);
}

function has_end(range: Range, end: number): boolean {
  return range.min === end || range.max === end;
}

function none_part(inference: Inference, type: Type, is_none_here: boolean): Type {
  if (is_unknown(type)) return type;
  const kept = members(type).filter((member) => {
    if (member.type === "none") return is_none_here;
    return !is_none_here || may_equal_none(member);
  });
  return kept.length === members(type).length ? type : inference.heap.join_all(kept);
}

/** `==` may be the program's own. */
function may_equal_none(member: Type): boolean {
  return member.type === "instance" || member.type === "callable";
}

function is_none(node: ast.Expression): boolean {
  return node.tag === "Constant" && node.value.type === "None";
}
