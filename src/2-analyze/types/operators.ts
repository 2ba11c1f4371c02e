// What Python's operators make of operands of known types.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Range, Type } from "../../facts/types.ts";
import * as interval from "../ranges/interval.ts";
import { is_flag } from "./enumerations.ts";
import { has_method } from "./class-members.ts";
import { arguments_of, type Inference } from "./inference.ts";
import {
  BOOL,
  BYTEARRAY,
  BYTES,
  COMPLEX,
  Dict,
  FLOAT,
  frozenset,
  Int,
  int,
  is_never,
  is_unknown,
  List,
  members,
  NEVER,
  SetOf,
  STR,
  text_of,
  tuple,
  tuple_of,
  UNKNOWN,
} from "./values.ts";

export function binary(
  inference: Inference,
  op: ast.Operator,
  left: Type,
  right: Type,
  site: object,
): Type {
  if (is_never(left) || is_never(right)) return NEVER;
  if (is_unknown(left) || is_unknown(right)) inference.program.open_methods(operator_methods(op));
  const results: Type[] = [];
  for (const a of members(left)) {
    for (const b of members(right)) results.push(of_pair(inference, op, a, b, site));
  }
  return inference.heap.join_all(results);
}

/** `left op= right`: containers are changed in place. */
export function in_place(
  inference: Inference,
  op: ast.Operator,
  left: Type,
  right: Type,
  site: object,
): Type {
  if (is_unknown(left)) inference.program.open_methods([`__i${SPECIAL[op]}__`]);
  const results = members(left).map((member) => {
    if (member instanceof List && op === "Add") {
      inference.heap.store(member.cell, inference.element(right));
      return member;
    }
    if (member instanceof List && op === "Mult") inference.heap.shrink(member);
    if (member instanceof SetOf && is_set_operator(op)) {
      if (op !== "Sub") inference.heap.store(member.cell, inference.element(right));
      return member;
    }
    if (member instanceof Dict && op === "BitOr") {
      for (const other of members(right)) {
        if (!(other instanceof Dict)) return lost(inference, member, right);
        inference.heap.unify(member.keys, other.keys);
        inference.heap.unify(member.values, other.values);
      }
      return member;
    }
    if (member.type === "instance") {
      const name = `__i${SPECIAL[op]}__`;
      if (has_method(inference, member, name)) {
        return inference.invoke_method(member, name, arguments_of(site, right));
      }
    }
    // `queue += others` fills the object itself.
    if (member.type === "runtime_instance") inference.heap.escape(member);
    return binary(inference, op, member, right, site);
  });
  return inference.heap.join_all(results);
}

export function unary(
  inference: Inference,
  op: ast.UnaryOperator,
  operand: Type,
  site: object,
): Type {
  if (op === "Not") return BOOL;
  if (is_unknown(operand)) inference.program.open_methods([UNARY[op]]);
  const results = members(operand).map((member) => {
    const range = int_range(member);
    if (range !== null) {
      if (op === "USub") return int(interval.negate(range));
      return int(op === "UAdd" ? range : interval.subtract({ min: -1, max: -1 }, range));
    }
    if (op === "Invert" && is_flag(inference, member)) return member;
    if ((member.type === "float" || member.type === "complex") && op !== "Invert") return member;
    if (member.type === "instance") {
      return inference.invoke_method(member, UNARY[op], arguments_of(site));
    }
    return UNKNOWN;
  });
  return inference.heap.join_all(results);
}

export function compare(
  inference: Inference,
  op: ast.ComparisonOperator,
  left: Type,
  right: Type,
): Type {
  if (op === "Is" || op === "IsNot" || op === "In" || op === "NotIn") return BOOL;
  if (is_never(left) || is_never(right)) return NEVER;
  const is_plain = [...members(left), ...members(right)].every((member) =>
    op === "Eq" || op === "NotEq" ? compares_plainly(inference, member) : is_built_in(member),
  );
  return is_plain ? BOOL : UNKNOWN;
}

/** The range of an int (or bool); `null` for other types. */
export function int_range(type: Type): Range | null {
  if (type instanceof Int) return type.range;
  if (type.type === "bool") return { min: 0, max: 1 };
  return type.type === "int" ? interval.ANY_INT : null;
}

function of_pair(
  inference: Inference,
  op: ast.Operator,
  left: Type,
  right: Type,
  site: object,
): Type {
  const a = int_range(left);
  const b = int_range(right);
  if (a !== null && b !== null) return of_ints(op, left, right, a, b);
  if (is_number(left) && is_number(right)) return of_numbers(op, left, right);
  if (left.type === "instance" || right.type === "instance") {
    return of_instances(inference, op, left, right, site);
  }
  return of_sequences(inference, op, left, right, site) ?? lost(inference, left, right);
}

function of_ints(op: ast.Operator, left: Type, right: Type, a: Range, b: Range): Type {
  const are_bools = left.type === "bool" && right.type === "bool";
  switch (op) {
    case "Add":
      return int(interval.add(a, b));
    case "Sub":
      return int(interval.subtract(a, b));
    case "Mult":
      return int(interval.multiply(a, b));
    case "FloorDiv":
      return int(interval.floor_divide(a, b));
    case "Mod":
      return int(interval.modulo(a, b));
    case "LShift":
      return int(interval.shift_left(a, b));
    case "RShift":
      return int(interval.shift_right(a, b));
    case "BitAnd":
      return are_bools ? BOOL : int(interval.bit_and(a, b));
    case "BitOr":
    case "BitXor":
      return are_bools ? BOOL : int(interval.bit_or(a, b));
    case "Div":
      return FLOAT;
    case "Pow": {
      const range = interval.power(a, b);
      return range === null
        ? { type: "union", members: [int(interval.ANY_INT), FLOAT] }
        : int(range);
    }
    case "MatMult":
      return UNKNOWN;
  }
}

function is_number(type: Type): boolean {
  return int_range(type) !== null || type.type === "float" || type.type === "complex";
}

function of_numbers(op: ast.Operator, left: Type, right: Type): Type {
  if (op.startsWith("Bit") || op.endsWith("Shift") || op === "MatMult") return UNKNOWN;
  if (left.type === "complex" || right.type === "complex") {
    return op === "FloorDiv" || op === "Mod" ? UNKNOWN : COMPLEX;
  }
  // A float to the power of an int is a float, or an error.
  if (op !== "Pow" || int_range(right) !== null) return FLOAT;
  const base = int_range(left);
  if (base !== null && base.min >= 0) return FLOAT;
  return { type: "union", members: [FLOAT, COMPLEX] };
}

function of_sequences(
  inference: Inference,
  op: ast.Operator,
  left: Type,
  right: Type,
  site: object,
): Type | null {
  const { heap, program } = inference;
  if (op === "Mod" && left.type === "str") return STR;
  if (op === "Mod" && left.type === "bytes") return left;
  if (op === "Mult") {
    if (int_range(right) !== null) return repeated(inference, left, site);
    return int_range(left) === null ? null : repeated(inference, right, site);
  }
  if (op === "Add") {
    if (left.type === "str" && right.type === "str") return text_of([left, right]);
    if (left.type === "bytes" && is_bytes(right)) return BYTES;
    if (left.type === "bytearray" && is_bytes(right)) return BYTEARRAY;
    if (left instanceof List && right instanceof List) {
      const cell = program.site(site, "sum");
      heap.store(cell, heap.read(left.cell));
      heap.store(cell, heap.read(right.cell));
      return new List(cell);
    }
    if (left.type === "tuple" && right.type === "tuple") {
      const elements = [...left.elements, ...right.elements];
      return elements.length > 16 ? tuple_of(heap.join_all(elements)) : tuple(elements);
    }
    if (is_tuple(left) && is_tuple(right)) {
      return tuple_of(heap.join(inference.element(left), inference.element(right)));
    }
    return null;
  }
  if (is_set_operator(op) && is_set(left) && is_set(right)) {
    const element = heap.join(
      inference.element(left),
      op === "Sub" || op === "BitAnd" ? NEVER : inference.element(right),
    );
    if (left.type === "frozenset") return frozenset(element);
    const cell = program.site(site, "set");
    heap.store(cell, element);
    return new SetOf(cell);
  }
  if (op === "BitOr" && left instanceof Dict && right instanceof Dict) {
    const [keys, values] = [program.site(site, "keys"), program.site(site, "values")];
    for (const one of [left, right]) {
      heap.store(keys, heap.read(one.keys));
      heap.store(values, heap.read(one.values));
    }
    return new Dict(keys, values);
  }
  return null;
}

function repeated(inference: Inference, type: Type, site: object): Type | null {
  if (type.type === "str" || type.type === "bytes" || type.type === "bytearray") return type;
  if (type instanceof List) {
    const cell = inference.program.site(site, "repeated");
    inference.heap.store(cell, inference.heap.read(type.cell));
    return new List(cell);
  }
  return is_tuple(type) ? tuple_of(inference.element(type)) : null;
}

const UNARY: Readonly<Record<Exclude<ast.UnaryOperator, "Not">, string>> = {
  USub: "__neg__",
  UAdd: "__pos__",
  Invert: "__invert__",
};

/** The methods that an operator may reach on operands that are not known. */
function operator_methods(op: ast.Operator): readonly string[] {
  return [`__${SPECIAL[op]}__`, `__r${SPECIAL[op]}__`];
}

const SPECIAL: Readonly<Record<ast.Operator, string>> = {
  Add: "add",
  Sub: "sub",
  Mult: "mul",
  MatMult: "matmul",
  Div: "truediv",
  Mod: "mod",
  Pow: "pow",
  LShift: "lshift",
  RShift: "rshift",
  BitOr: "or",
  BitXor: "xor",
  BitAnd: "and",
  FloorDiv: "floordiv",
};

/** The program's own `__add__` and `__radd__`; either may decline, so both count. */
function of_instances(
  inference: Inference,
  op: ast.Operator,
  left: Type,
  right: Type,
  site: object,
): Type {
  if ((op === "BitOr" || op === "BitAnd" || op === "BitXor") && is_flag(inference, left)) {
    if (is_same_class(left, right)) return left;
  }
  const results: Type[] = [];
  const name = SPECIAL[op];
  if (has_method(inference, left, `__${name}__`)) {
    results.push(inference.invoke_method(left, `__${name}__`, arguments_of(site, right)));
  }
  if (has_method(inference, right, `__r${name}__`)) {
    results.push(inference.invoke_method(right, `__r${name}__`, arguments_of(site, left)));
  }
  return results.length === 0 ? lost(inference, left, right) : inference.heap.join_all(results);
}

function is_same_class(left: Type, right: Type): boolean {
  return left.type === "instance" && right.type === "instance" && left.node === right.node;
}

function lost(inference: Inference, left: Type, right: Type): Type {
  if (is_unknown(left)) inference.heap.escape(right);
  if (is_unknown(right)) inference.heap.escape(left);
  return UNKNOWN;
}

function is_set_operator(op: ast.Operator): boolean {
  return op === "BitOr" || op === "BitAnd" || op === "BitXor" || op === "Sub";
}

function is_set(type: Type): boolean {
  return type instanceof SetOf || type.type === "frozenset";
}

function is_tuple(type: Type): boolean {
  return type.type === "tuple" || type.type === "tuple_of";
}

function is_bytes(type: Type): boolean {
  return type.type === "bytes" || type.type === "bytearray";
}

function is_built_in(type: Type): boolean {
  return type.type !== "unknown" && !type.type.endsWith("instance") && type.type !== "callable";
}

function compares_plainly(inference: Inference, type: Type): boolean {
  if (type.type === "instance") {
    return !has_method(inference, type, "__eq__") && !has_method(inference, type, "__ne__");
  }
  return type.type !== "unknown";
}
