// One comparison: equality, order, identity, membership; native where the types prove it the same.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { BuiltinName, Emit } from "../emit.ts";
import { are_comparable_members } from "./enum-members.ts";
import { is_a, is_dict, literal_int, literal_text, type_of } from "./kinds.ts";
import { is_none } from "./literal.ts";
import { numeric } from "./numeric.ts";
import { is_movable } from "./once.ts";
import { may_lack_value, runs_code } from "./order.ts";
import { is_total } from "./purity.ts";
import { is_repeatable } from "./repeatable.ts";
import { members } from "./types.ts";

export interface Operand {
  readonly node: ast.Expression;
  /** Its code where it has been emitted already (the shared operand of a chain). */
  readonly emitted: target.Expression | null;
}

export function comparison(
  op: ast.ComparisonOperator,
  left: Operand,
  right: Operand,
  emit: Emit,
): target.Expression {
  switch (op) {
    case "Is":
    case "IsNot":
      return identity(op === "Is", left, right, emit);
    case "Eq":
    case "NotEq":
      return equality(op === "Eq", left, right, emit);
    case "In":
    case "NotIn": {
      const found = membership(left, right, emit);
      return op === "In" ? found : build.not(found);
    }
    case "Lt":
      return order("<", "lt", left, right, emit);
    case "LtE":
      return order("<=", "le", left, right, emit);
    case "Gt":
      return order(">", "gt", left, right, emit);
    case "GtE":
      return order(">=", "ge", left, right, emit);
  }
}

function code(operand: Operand, emit: Emit): target.Expression {
  return operand.emitted ?? emit.expression(operand.node);
}

function number_code(operand: Operand, emit: Emit): target.Expression {
  return operand.emitted ?? numeric(operand.node, emit);
}

// --- identity ----------------------------------------------------------------------------------

function identity(positive: boolean, left: Operand, right: Operand, emit: Emit): target.Expression {
  const [a, b] = [code(left, emit), code(right, emit)];
  if (is_none(right.node) || is_none(left.node)) return build.binary(positive ? "==" : "!=", a, b);
  if (is_singular(left.node, emit) || is_singular(right.node, emit))
    return build.binary(positive ? "===" : "!==", a, b);
  const same = build.call(emit.builtin("is_"), [a, b]);
  return positive ? same : build.not(same);
}

/** Objects that are themselves in JavaScript too: no None among them, which has two faces there. */
const SINGULAR: ReadonlySet<Type["type"]> = new Set([
  "bool",
  "list",
  "dict",
  "set",
  "function",
  "class",
  "runtime_class",
  "instance",
  "coroutine",
  "generator",
] as const);

function is_singular(node: ast.Expression, emit: Emit): boolean {
  return members(type_of(node, emit)).every((member) => SINGULAR.has(member.type));
}

// --- equality ----------------------------------------------------------------------------------

function equality(positive: boolean, left: Operand, right: Operand, emit: Emit): target.Expression {
  const truth = against_truth(positive, left, right, emit) ?? by_items(positive, left, right, emit);
  if (truth !== null) return truth;
  const operator = equality_operator(left.node, right.node, emit);
  if (operator === "number") {
    const [a, b] = [number_code(left, emit), number_code(right, emit)];
    return build.binary(positive ? "==" : "!=", a, b);
  }
  const [a, b] = [code(left, emit), code(right, emit)];
  if (operator === "strict") return build.binary(positive ? "===" : "!==", a, b);
  return build.call(emit.builtin(positive ? "eq" : "ne"), [a, b]);
}

/** `flag == True` → `flag`, `flag == False` → `!flag`, for bools. */
function against_truth(
  positive: boolean,
  left: Operand,
  right: Operand,
  emit: Emit,
): target.Expression | null {
  const { node } = right;
  if (node.tag !== "Constant" || node.value.type !== "bool" || !is_a(left.node, emit, "bool"))
    return null;
  const value = code(left, emit);
  return node.value.value === positive ? value : build.not(value);
}

/** `(x, y) == (0, 0)` → `x === 0 && y === 0`, where evaluating the items can't be told. */
function by_items(
  positive: boolean,
  left: Operand,
  right: Operand,
  emit: Emit,
): target.Expression | null {
  if (left.node.tag !== "Tuple" || right.node.tag !== "Tuple") return null;
  if (left.emitted !== null || right.emitted !== null) return null;
  const [these, those] = [left.node.elts, right.node.elts];
  if (these.length !== those.length) return null;
  const tests: target.Expression[] = [];
  for (const [index, a] of these.entries()) {
    const b = those[index];
    if (b === undefined || !is_total(a, emit) || !is_total(b, emit)) return null;
    if (equality_operator(a, b, emit) !== "strict") return null;
    tests.push(build.binary(positive ? "===" : "!==", emit.expression(a), emit.expression(b)));
  }
  const [first, ...others] = tests;
  return first === undefined ? null : build.chain(positive ? "&&" : "||", first, ...others);
}

/** `strict`: the same primitive. `number`: a Float object beside a plain number, which `==` compares by value. */
function equality_operator(
  left: ast.Expression,
  right: ast.Expression,
  emit: Emit,
): "strict" | "number" | null {
  // TypeScript refuses to compare literals of which it knows that they differ.
  if (left.tag === "Constant" && right.tag === "Constant") return null;
  for (const kind of ["int", "str", "bool"] as const)
    if (is_a(left, emit, kind) && is_a(right, emit, kind)) return "strict";
  if (are_comparable_members(type_of(left, emit), type_of(right, emit), emit)) return "strict";
  // A literal on one side: strings, and None or a string on the other (`mode == "a"`, mode: str | None).
  if (literal_text(left) !== null || literal_text(right) !== null) {
    const other = literal_text(left) === null ? left : right;
    if (may_be_text(type_of(other, emit))) return "strict";
  }
  const is_number = (node: ast.Expression): boolean => is_a(node, emit, "int", "float");
  const is_plain = (node: ast.Expression): boolean =>
    node.tag === "Constant" && (node.value.type === "int" || node.value.type === "float");
  if (is_number(left) && is_number(right) && (is_plain(left) || is_plain(right))) return "number";
  return null;
}

/** A string, or else a value that no string is equal to: `===` says the same then. */
function may_be_text(type: Type): boolean {
  const kinds = members(type).map((member) => member.type);
  return (
    kinds.every((kind) => kind === "str" || NO_TEXT.has(kind)) &&
    // TypeScript refuses to compare what can't be the same.
    kinds.includes("str")
  );
}

const NO_TEXT: ReadonlySet<Type["type"]> = new Set([
  "none",
  "bool",
  "int",
  "float",
  "complex",
  "bytes",
  "list",
  "tuple",
  "tuple_of",
  "dict",
  "set",
] as const);

// --- order -------------------------------------------------------------------------------------

function order(
  operator: "<" | "<=" | ">" | ">=",
  helper: BuiltinName,
  left: Operand,
  right: Operand,
  emit: Emit,
): target.Expression {
  if (is_a(left.node, emit, "int", "float") && is_a(right.node, emit, "int", "float"))
    return build.binary(operator, number_code(left, emit), number_code(right, emit));
  const [a, b] = [code(left, emit), code(right, emit)];
  return is_text_order(left.node, right.node, emit)
    ? build.binary(operator, a, b)
    : build.call(emit.builtin(helper), [a, b]);
}

/** UTF-16 units and code points order strings alike when one side has no character above U+D7FF. */
function is_text_order(left: ast.Expression, right: ast.Expression, emit: Emit): boolean {
  if (!is_a(left, emit, "str") || !is_a(right, emit, "str")) return false;
  const is_low = (node: ast.Expression): boolean => {
    const text = literal_text(node);
    return text !== null && /^[\0-\ud7ff]*$/u.test(text);
  };
  return is_low(left) || is_low(right);
}

// --- membership --------------------------------------------------------------------------------

function membership(item: Operand, container: Operand, emit: Emit): target.Expression {
  const constants = among_constants(item, container, emit);
  if (constants !== null) return constants;
  const listed = among_literals(item, container.node, emit);
  if (listed !== null) return listed;
  const method = membership_method(item.node, container.node, emit);
  if (method !== null)
    return in_order(item, container, emit, (value, all) => build.method_call(all, method, [value]));
  return in_order(item, container, emit, (value, all) =>
    build.call(emit.builtin("contains"), [all, value]),
  );
}

/** `word in {"a", "the"}` → `["a", "the"].includes(word)`: no tuple or set is made to be looked into once. */
function among_constants(
  item: Operand,
  { node, emitted }: Operand,
  emit: Emit,
): target.Expression | null {
  if (emitted !== null) return null;
  if (node.tag !== "Tuple" && node.tag !== "List" && node.tag !== "Set") return null;
  const { elts } = node;
  const are_texts =
    is_a(item.node, emit, "str") && elts.every((each) => literal_text(each) !== null);
  const are_ints = is_a(item.node, emit, "int") && elts.every((each) => literal_int(each) !== null);
  if (elts.length === 0 || !(are_texts || are_ints)) return null;
  const value = code(item, emit);
  const all = build.array(elts.map((each) => emit.expression(each)));
  return build.method_call(build.from(node, all), "includes", [value]);
}

/** `op in ("+", "-")` → `op === "+" || op === "-"`, where `includes` would not take what `op` may be. */
function among_literals(
  { node, emitted }: Operand,
  container: ast.Expression,
  emit: Emit,
): target.Expression | null {
  if (container.tag !== "Tuple" && container.tag !== "List" && container.tag !== "Set") return null;
  const type = type_of(node, emit);
  if (is_a(node, emit, "str") || !may_be_text(type) || node.tag === "Constant") return null;
  // What can't be hashed is no question for a set, but an error.
  if (container.tag === "Set" && !is_a(node, emit, "str", "none", "bool", "int", "float"))
    return null;
  const texts = container.elts.map(literal_text);
  if (texts.length === 0 || texts.length > MOST_LITERALS || texts.includes(null)) return null;
  const value = emitted ?? emit.expression(node);
  if (!is_repeatable(node, value, emit)) return null;
  const [first, ...others] = texts.map((text) =>
    build.binary("===", value, build.string(text ?? "")),
  );
  return first === undefined ? null : build.chain("||", first, ...others);
}

const MOST_LITERALS = 4;

function membership_method(
  item: ast.Expression,
  container: ast.Expression,
  emit: Emit,
): "has" | "includes" | null {
  if (is_dict(container, emit) || is_a(container, emit, "set", "frozenset")) return "has";
  if (is_a(container, emit, "str")) return is_a(item, emit, "str") ? "includes" : null;
  const is_list = is_a(container, emit, "list", "tuple", "tuple_of");
  if (!is_list) return null;
  for (const kind of ["int", "str"] as const) {
    if (
      is_a(item, emit, kind) &&
      members(type_of(container, emit)).every((each) => holds(each, kind))
    )
      return "includes";
  }
  return null;
}

function holds(container: Type, kind: Type["type"]): boolean {
  if (container.type === "tuple") return container.elements.every((each) => each.type === kind);
  return "element" in container && container.element.type === kind;
}

/** Python evaluates the item first, JavaScript's receiver stands first: a temporary where that could be seen. */
function in_order(
  item: Operand,
  container: Operand,
  emit: Emit,
  found: (item: target.Expression, container: target.Expression) => target.Expression,
): target.Expression {
  const raises =
    (may_lack_value(item.node, emit) && may_raise(container.node, emit)) ||
    (may_raise(item.node, emit) && may_lack_value(container.node, emit));
  const runs = raises || runs_code(item.node) || runs_code(container.node);
  if (!runs || (!raises && (is_movable(item.node, emit) || is_movable(container.node, emit))))
    return found(code(item, emit), code(container, emit));
  const name = emit.temporary("item", emit.type(type_of(item.node, emit)));
  const first = build.assign(name, code(item, emit));
  return build.sequence([first, found(name, code(container, emit))]);
}

function may_raise(node: ast.Expression, emit: Emit): boolean {
  return node.tag === "Name" ? may_lack_value(node, emit) : node.tag !== "Constant";
}
