// How strongly expressions bind, from the loosest to the tightest (language reference, "Operator precedence").
import type { Expression, Operator } from "../ast/expressions.ts";

export const YIELD = -1;
export const TUPLE = 0;
export const NAMED = 1;
export const LAMBDA = 2;
export const TEST = 3;
export const OR = 4;
export const AND = 5;
export const NOT = 6;
export const COMPARISON = 7;
export const BIT_OR = 8;
export const FACTOR = 14;
export const POWER = 15;
export const AWAIT = 16;
export const ATOM = 17;

export const operators: Readonly<Record<Operator, readonly [sign: string, precedence: number]>> = {
  BitOr: ["|", BIT_OR],
  BitXor: ["^", 9],
  BitAnd: ["&", 10],
  LShift: ["<<", 11],
  RShift: [">>", 11],
  Add: ["+", 12],
  Sub: ["-", 12],
  Mult: ["*", 13],
  MatMult: ["@", 13],
  Div: ["/", 13],
  Mod: ["%", 13],
  FloorDiv: ["//", 13],
  Pow: ["**", POWER],
};

export function precedence(node: Expression): number {
  switch (node.tag) {
    case "Yield":
    case "YieldFrom":
      return YIELD;
    case "Tuple":
      return node.elts.length === 0 ? ATOM : TUPLE;
    case "NamedExpr":
      return NAMED;
    case "Lambda":
      return LAMBDA;
    case "IfExp":
      return TEST;
    case "BoolOp":
      return node.op === "Or" ? OR : AND;
    case "UnaryOp":
      return node.op === "Not" ? NOT : FACTOR;
    case "Compare":
      return COMPARISON;
    case "BinOp":
      return operators[node.op][1];
    case "Await":
      return AWAIT;
    default:
      return ATOM;
  }
}
