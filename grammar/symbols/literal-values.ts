// The values of literals as Python compares and shows them: 0, 0.0, -0, 0j and False are one key.
import type { ConstantValue, Expression } from "../ast/expressions.ts";
import { repr_bytes, repr_complex, repr_float, repr_string } from "../ast/repr.ts";

/** A constant, or the complex number that a sign and a sum of literals make. */
export type LiteralValue =
  ConstantValue | { readonly type: "sum"; readonly real: number; readonly imag: number };

/** null: the expression is no literal. */
export function literal_value(node: Expression): LiteralValue | null {
  if (node.tag === "Constant") return node.value;
  if (node.tag === "UnaryOp" && node.op === "USub") {
    const value = literal_value(node.operand);
    if (value?.type === "int") return { type: "int", value: -value.value };
    if (value?.type === "float") return { type: "float", value: -value.value };
    return value?.type === "complex" ? complex(-0, -value.imag) : null;
  }
  if (node.tag !== "BinOp") return null;
  const [left, right] = [literal_value(node.left), literal_value(node.right)];
  if (left === null || right?.type !== "complex") return null;
  if (left.type !== "int" && left.type !== "float") return null;
  const imag = node.op === "Sub" ? -right.imag : right.imag;
  return complex(Number(left.value), imag);
}

function complex(real: number, imag: number): LiteralValue {
  return { type: "sum", real, imag };
}

/** Equal for values that are equal in Python. */
export function equality_text(value: LiteralValue): string {
  switch (value.type) {
    case "bool":
      return `number ${value.value ? 1 : 0}`;
    case "int":
      return `number ${value.value}`;
    case "float":
      return `number ${Number.isInteger(value.value) ? BigInt(value.value) : value.value}`;
    case "complex":
      return value.imag === 0 ? "number 0" : `complex 0 ${value.imag}`;
    case "sum":
      return value.imag === 0
        ? equality_text({ type: "float", value: value.real })
        : `complex ${value.real === 0 ? 0 : value.real} ${value.imag}`;
    case "str":
    case "bytes":
      return `${value.type} ${value.value}`;
    default:
      return value.type;
  }
}

/** As Python's repr writes it. */
export function shown(value: LiteralValue): string {
  switch (value.type) {
    case "None":
    case "Ellipsis":
      return value.type;
    case "bool":
      return value.value ? "True" : "False";
    case "int":
      return `${value.value}`;
    case "float":
      return repr_float(value.value);
    case "complex":
      return repr_complex(value.imag);
    case "sum":
      return sum(value.real, value.imag);
    case "str":
      return repr_string(value.value);
    case "bytes":
      return repr_bytes(value.value);
  }
}

function sum(real: number, imag: number): string {
  const part = (number: number): string => repr_float(number).replace(/\.0$/, "");
  if (Object.is(real, 0)) return `${part(imag)}j`;
  const sign = imag < 0 || Object.is(imag, -0) ? "" : "+";
  return `(${part(real)}${sign}${part(imag)}j)`;
}
