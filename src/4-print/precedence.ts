// How tightly each expression binds (ECMAScript's grammar, one number per level).
import type * as target from "../target/nodes.ts";

export const SEQUENCE = 0;
export const ASSIGNMENT = 1;
/** `x as T` binds like `<`, but its type would swallow what follows: parenthesised in every operator. */
export const CAST = 2;
export const CONDITIONAL = 3;
export const COALESCE = 4;
export const OR = 5;
export const AND = 6;
export const EXPONENT = 15;
export const UNARY = 16;
export const POSTFIX = 17;
export const MEMBER = 19;
export const PRIMARY = 20;

const BINARY: Readonly<Record<target.BinaryOperator, number>> = {
  "??": COALESCE,
  "||": OR,
  "&&": AND,
  "|": 7,
  "^": 8,
  "&": 9,
  "==": 10,
  "!=": 10,
  "===": 10,
  "!==": 10,
  "<": 11,
  "<=": 11,
  ">": 11,
  ">=": 11,
  in: 11,
  instanceof: 11,
  "<<": 12,
  ">>": 12,
  ">>>": 12,
  "+": 13,
  "-": 13,
  "*": 14,
  "/": 14,
  "%": 14,
  "**": EXPONENT,
};

export function binary_precedence(operator: target.BinaryOperator): number {
  return BINARY[operator];
}

/** `types: false` prints a cast or `!` as what stands inside. */
export function precedence(node: target.Expression, types: boolean): number {
  switch (node.kind) {
    case "Sequence":
      return SEQUENCE;
    case "Assignment":
    case "ArrowFunction":
    case "Yield":
    case "Spread":
      return ASSIGNMENT;
    case "As":
      return types ? CAST : precedence(node.value, types);
    case "NonNull":
      return types ? MEMBER : precedence(node.value, types);
    case "Conditional":
      return CONDITIONAL;
    case "Binary":
      return BINARY[node.operator];
    case "Unary":
    case "Await":
      return UNARY;
    case "Update":
      return node.prefix ? UNARY : POSTFIX;
    case "Call":
    case "New":
    case "Member":
    case "Index":
      return MEMBER;
    default:
      return PRIMARY;
  }
}
