// 1 / 3, 2 * 3.14159: constants that come out as fractions, which JavaScript's numbers hold as Python's floats do.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";

/** `null` where something is no literal, or where the result is integral: as a float that would be no number. */
export function fraction(node: ast.BinOp): target.Expression | null {
  return is_fraction(node) ? written(node) : null;
}

/** Whether it is calculated of literals alone, and comes out as a fraction. */
export function is_fraction(node: ast.Expression): boolean {
  if (node.tag !== "BinOp") return false;
  const value = calculated(node);
  return value !== null && Number.isFinite(value) && !Number.isInteger(value);
}

/** `null` as soon as an int is no safe one: Python would calculate with it exactly. */
function calculated(node: ast.Expression): number | null {
  if (node.tag === "Constant") return literal(node.value);
  if (node.tag === "UnaryOp" && node.op === "USub") {
    const value = calculated(node.operand);
    return value === null || value === 0 ? null : -value;
  }
  if (node.tag !== "BinOp") return null;
  const left = calculated(node.left);
  const right = calculated(node.right);
  if (left === null || right === null) return null;
  const value = operate(node.op, left, right);
  return value === null || Math.abs(value) > Number.MAX_SAFE_INTEGER ? null : value;
}

function literal(value: ast.ConstantValue): number | null {
  if (value.type === "float") return value.value;
  if (value.type !== "int") return null;
  const number = Number(value.value);
  return Number.isSafeInteger(number) ? number : null;
}

function operate(op: ast.Operator, left: number, right: number): number | null {
  switch (op) {
    case "Add":
      return left + right;
    case "Sub":
      return left - right;
    case "Mult":
      return left * right;
    case "Div":
      return right === 0 ? null : left / right;
    default:
      return null;
  }
}

const OPERATORS: Readonly<Partial<Record<ast.Operator, target.BinaryOperator>>> = {
  Add: "+",
  Sub: "-",
  Mult: "*",
  Div: "/",
};

function written(node: ast.Expression): target.Expression | null {
  if (node.tag === "Constant") {
    const value = literal(node.value);
    return value === null ? null : build.from(node, build.number(value));
  }
  if (node.tag === "UnaryOp") {
    const operand = written(node.operand);
    return operand === null ? null : build.from(node, build.unary("-", operand));
  }
  if (node.tag !== "BinOp") return null;
  const operator = OPERATORS[node.op];
  const left = written(node.left);
  const right = written(node.right);
  if (operator === undefined || left === null || right === null) return null;
  return build.from(node, build.binary(operator, left, right));
}
