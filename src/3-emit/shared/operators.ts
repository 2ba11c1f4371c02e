// Binary operators: where JavaScript's own operator gives what Python's gives, and which helper does elsewhere.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Range } from "../../facts/types.ts";
import type * as target from "../../target/nodes.ts";
import type { BuiltinName, Emit } from "../emit.ts";
import { is_a, is_safe, is_str, literal_int, safe_range } from "./kinds.ts";

export const HELPERS: Readonly<Record<ast.Operator, BuiltinName>> = {
  Add: "add",
  Sub: "sub",
  Mult: "mul",
  MatMult: "matmul",
  Div: "truediv",
  Mod: "mod",
  Pow: "pow",
  LShift: "lshift",
  RShift: "rshift",
  BitOr: "or_",
  BitXor: "xor",
  BitAnd: "and_",
  FloorDiv: "floordiv",
};

/**
 * The JavaScript operator that gives the same for all values of the operands; `null` where none does.
 * `known`: an interval of the result, if there is a better one than the operands tell.
 */
export function native_operator(
  op: ast.Operator,
  left: ast.Expression,
  right: ast.Expression,
  emit: Emit,
  known: Range | null = null,
): target.BinaryOperator | null {
  if (op === "Add" && is_str(left, emit) && is_str(right, emit)) return "+";
  const [a, b] = [safe_range(left, emit), safe_range(right, emit)];
  if (a === null || b === null) return null;
  switch (op) {
    case "Add":
      return fits(known, { min: a.min + b.min, max: a.max + b.max }) ? "+" : null;
    case "Sub":
      return fits(known, { min: a.min - b.max, max: a.max - b.min }) ? "-" : null;
    case "Mult":
      return fits(known, product(a, b)) && !may_be_minus_zero(a, b) ? "*" : null;
    case "Mod":
      return a.min >= 0 && b.min > 0 ? "%" : null;
    case "Pow": {
      // Engines give the exact power of ints wherever a double holds it.
      const most = Math.max(-a.min, a.max) ** b.max;
      return b.min >= 0 && fits(known, { min: -most, max: most }) ? "**" : null;
    }
    case "BitAnd":
      // The lower 32 bits of what is longer are all that an operand of 31 bits leaves.
      return (is_int32(a) && is_int32(b)) || is_uint31(a) || is_uint31(b) ? "&" : null;
    case "BitOr":
      return is_int32(a) && is_int32(b) ? "|" : null;
    case "BitXor":
      return is_int32(a) && is_int32(b) ? "^" : null;
    case "RShift":
      return is_int32(a) && b.min >= 0 && b.max < 32 ? ">>" : null;
    case "LShift":
      return a.min >= 0 && b.min >= 0 && b.max < 31 && a.max * 2 ** b.max < 2 ** 31 ? "<<" : null;
    default:
      return null;
  }
}

/** `Math.floor(a / b)` is exact for all safe ints; a divisor that is positive for certain gives no -0 and no error. */
export function is_floor_of_quotient(
  op: ast.Operator,
  left: ast.Expression,
  right: ast.Expression,
  emit: Emit,
): boolean {
  if (op !== "FloorDiv" || safe_range(left, emit) === null) return false;
  return (safe_range(right, emit)?.min ?? 0) > 0;
}

/**
 * The operator where only the number counts, not whether it is an int or a float: in a comparison, before
 * `.2f`. There floats are calculated with as JavaScript does it.
 */
export function numeric_operator(node: ast.BinOp, emit: Emit): target.BinaryOperator | null {
  const { op, left, right } = node;
  const is_plain = (each: ast.Expression): boolean =>
    is_a(each, emit, "float") || safe_range(each, emit) !== null;
  if (!is_plain(left) || !is_plain(right)) return null;
  if (op === "Div") return is_nonzero_literal(right) ? "/" : null;
  if (!is_a(left, emit, "float") && !is_a(right, emit, "float")) return null;
  if (op === "Add") return "+";
  if (op === "Sub") return "-";
  return op === "Mult" ? "*" : null;
}

function is_nonzero_literal(node: ast.Expression): boolean {
  if (node.tag === "Constant" && node.value.type === "float") return node.value.value !== 0;
  return (literal_int(node) ?? 0) !== 0;
}

/** JavaScript's 0 * -1, which as an operand of float arithmetic would not be the int 0. */
function may_be_minus_zero(a: Range, b: Range): boolean {
  const has_zero = ({ min, max }: Range): boolean => min <= 0 && max >= 0;
  return (has_zero(a) && b.min < 0) || (has_zero(b) && a.min < 0);
}

function fits(known: Range | null, computed: Range): boolean {
  return is_safe(computed) || (known !== null && is_safe(known));
}

export function product(a: Range, b: Range): Range {
  const corners = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max];
  return { min: Math.min(...corners), max: Math.max(...corners) };
}

function is_uint31(range: Range): boolean {
  return range.min >= 0 && range.max < 2 ** 31;
}

function is_int32(range: Range): boolean {
  return range.min >= -(2 ** 31) && range.max < 2 ** 31;
}
