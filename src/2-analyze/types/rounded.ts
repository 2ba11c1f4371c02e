// Ranges of ints that calls give: roundings of floats whose bounds the text shows, and what else depends on the arguments.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Range, Type } from "../../facts/types.ts";
import { absolute, ANY_INT, interval } from "../ranges/interval.ts";
import type { Inference } from "./inference.ts";
import { int_range } from "./operators.ts";
import { Int, int } from "./values.ts";

/** The type that a call gives, with a closer range where it is an int. */
export function with_range(inference: Inference, node: ast.Call, type: Type): Type {
  if (!(type instanceof Int) || node.keywords.length > 0) return type;
  if (type.range.min !== -Infinity || type.range.max !== Infinity) return type;
  if (node.args.length === 0 || node.args.some(({ tag }) => tag === "Starred")) return type;
  const range = range_of_call(inference, node);
  return range === null ? type : int(range);
}

function range_of_call(inference: Inference, node: ast.Call): Range | null {
  const name = callee_name(inference, node);
  const ranges = node.args.map((each) => int_range(inference.last(each)) ?? ANY_INT);
  const [first = ANY_INT, second = first] = ranges;
  switch (name) {
    case "builtins.int":
    case "builtins.round":
    case "math.floor":
    case "math.ceil":
    case "math.trunc":
      return node.args.length === 1 ? rounded(inference, node.args[0]) : null;
    case "math.isqrt":
      return { min: 0, max: ceiling(Math.sqrt(Math.max(first.max, 0))) };
    case "math.gcd":
      return ranges.length === 2 ? gcd(first, second) : { min: 0, max: Infinity };
    case "random.randint":
      return ranges.length === 2 ? interval(first.min, second.max) : null;
    case "random.randrange":
      if (ranges.length === 1) return interval(0, first.max - 1);
      return ranges.length === 2 ? interval(first.min, second.max - 1) : null;
    default:
      return null;
  }
}

/** `module.function` of what is called, methods of `random.Random` as the functions of the same names. */
function callee_name(inference: Inference, { func }: ast.Call): string {
  const type = inference.last(func);
  switch (type.type) {
    case "runtime_function":
    case "runtime_class":
      return `${type.module}.${type.name}`;
    default:
      return of_random(inference, func) ?? "";
  }
}

function of_random(inference: Inference, func: ast.Expression): string | null {
  if (func.tag !== "Attribute") return null;
  const type = inference.last(func.value);
  const is_random = type.type === "runtime_instance" && type.name === "Random";
  return is_random ? `random.${func.attr}` : null;
}

function gcd(left: Range, right: Range): Range {
  const [a, b] = [absolute(left), absolute(right)];
  const has_zero = a.min === 0 || b.min === 0;
  return { min: 0, max: has_zero ? Math.max(a.max, b.max) : Math.min(a.max, b.max) };
}

/** Whatever way a float is rounded, the int lies between those around the float's bounds. */
function rounded(inference: Inference, node: ast.Expression | undefined): Range | null {
  const bounds = node === undefined ? null : float_bounds(inference, node);
  if (bounds === null || Number.isNaN(bounds.min) || Number.isNaN(bounds.max)) return null;
  return interval(Math.floor(bounds.min), Math.ceil(bounds.max));
}

/** Bounds of a number. An operation on doubles rounds the bounds as it rounds what lies between them. */
function float_bounds(inference: Inference, node: ast.Expression): Range | null {
  const range = int_range(inference.last(node));
  if (range !== null) return range;
  if (node.tag === "Constant") {
    if (node.value.type !== "float") return null;
    return { min: node.value.value, max: node.value.value };
  }
  if (node.tag === "Call") return of_call(inference, node);
  if (node.tag !== "BinOp" || inference.last(node).type !== "float") return null;
  const left = float_bounds(inference, node.left);
  if (left === null) return null;
  if (node.op === "Pow") return is_half(node.right) ? root(left) : null;
  const right = float_bounds(inference, node.right);
  return right === null ? null : calculated(node.op, left, right);
}

function of_call(inference: Inference, node: ast.Call): Range | null {
  const name = callee_name(inference, node);
  const [only, ...others] = node.args;
  if (name === "random.random") return { min: 0, max: 1 };
  if (only === undefined || others.length > 0 || node.keywords.length > 0) return null;
  if (name === "builtins.float") return int_range(inference.last(only));
  if (name !== "math.sqrt") return null;
  const bounds = float_bounds(inference, only);
  return bounds === null ? null : root(bounds);
}

/** An error or a complex number below zero. */
function root({ min, max }: Range): Range {
  return { min: Math.sqrt(Math.max(min, 0)), max: ceiling(Math.sqrt(Math.max(max, 0))) };
}

/** C's power of a half may be off by the last digit. */
function ceiling(value: number): number {
  return Math.ceil(value) + 1;
}

function is_half(node: ast.Expression): boolean {
  return node.tag === "Constant" && node.value.type === "float" && node.value.value === 0.5;
}

function calculated(op: ast.Operator, a: Range, b: Range): Range | null {
  switch (op) {
    case "Add":
      return { min: a.min + b.min, max: a.max + b.max };
    case "Sub":
      return { min: a.min - b.max, max: a.max - b.min };
    case "Mult":
      return hull([a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max]);
    case "Div":
      if (b.min <= 0 && b.max >= 0) return null;
      return hull([a.min / b.min, a.min / b.max, a.max / b.min, a.max / b.max]);
    default:
      return null;
  }
}

/** An infinity times zero, or beside another, is no bound; a zero with a sign is none of an int. */
function hull(corners: readonly number[]): Range | null {
  if (corners.some((each) => Number.isNaN(each) || Object.is(each, -0))) return null;
  return { min: Math.min(...corners), max: Math.max(...corners) };
}
