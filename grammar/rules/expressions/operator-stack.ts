// Operators by precedence: operands and operators come in flat and leave as one tree.
import type {
  BooleanOperator,
  ComparisonOperator,
  Expression,
  Operator,
  UnaryOperator,
} from "../../ast/expressions.ts";
import { Failure } from "../../failure.ts";

type Kind =
  | { readonly kind: "binary"; readonly op: Operator; readonly is_right: boolean }
  | { readonly kind: "unary"; readonly op: UnaryOperator }
  | { readonly kind: "boolean"; readonly op: BooleanOperator }
  | { readonly kind: "comparison"; readonly op: ComparisonOperator };

export type OperatorKind = Kind & { readonly precedence: number };

/** From loosest to tightest: or, and, not, comparisons, |, ^, &, shifts, sums, products, signs, **. */
function binary(op: Operator, precedence: number, is_right = false): OperatorKind {
  return { kind: "binary", op, precedence, is_right };
}
function comparison(op: ComparisonOperator): OperatorKind {
  return { kind: "comparison", op, precedence: 4 };
}

export const OR: OperatorKind = { kind: "boolean", op: "Or", precedence: 1 };
export const AND: OperatorKind = { kind: "boolean", op: "And", precedence: 2 };
export const NOT: OperatorKind = { kind: "unary", op: "Not", precedence: 3 };

/** The comparison operators of one token, by its text; `is not` and `not in` are two. */
export const comparisons: ReadonlyMap<string, OperatorKind> = new Map([
  ["==", comparison("Eq")],
  ["!=", comparison("NotEq")],
  ["<", comparison("Lt")],
  ["<=", comparison("LtE")],
  [">", comparison("Gt")],
  [">=", comparison("GtE")],
  ["in", comparison("In")],
  ["is", comparison("Is")],
]);
export const IS_NOT = comparison("IsNot");
export const NOT_IN = comparison("NotIn");

export const binaries: ReadonlyMap<string, OperatorKind> = new Map([
  ["|", binary("BitOr", 5)],
  ["^", binary("BitXor", 6)],
  ["&", binary("BitAnd", 7)],
  ["<<", binary("LShift", 8)],
  [">>", binary("RShift", 8)],
  ["+", binary("Add", 9)],
  ["-", binary("Sub", 9)],
  ["*", binary("Mult", 10)],
  ["/", binary("Div", 10)],
  ["//", binary("FloorDiv", 10)],
  ["%", binary("Mod", 10)],
  ["@", binary("MatMult", 10)],
  ["**", binary("Pow", 12, true)],
]);

export const signs: ReadonlyMap<string, OperatorKind> = new Map([
  ["+", { kind: "unary", op: "UAdd", precedence: 11 }],
  ["-", { kind: "unary", op: "USub", precedence: 11 }],
  ["~", { kind: "unary", op: "Invert", precedence: 11 }],
]);

/** Spans are kept beside the operands, because a parenthesised operand begins before its node. */
export class OperatorStack {
  readonly #operands: Expression[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #operators: OperatorKind[] = [];
  readonly #operator_starts: number[] = [];
  /** Operators on the stack that will stand one inside the other. */
  #pending = 0;

  operand(node: Expression, start: number, end: number): void {
    this.#operands.push(node);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  prefix(operator: OperatorKind, start: number): void {
    if (nests(operator) && ++this.#pending > pending_limit) too_complex(start, this.#ends);
    this.#operators.push(operator);
    this.#operator_starts.push(start);
  }

  infix(operator: OperatorKind): void {
    this.#reduce(operator);
    this.prefix(operator, -1);
  }

  finish(): Expression {
    this.#reduce(null);
    return this.#operands[0] as Expression;
  }

  #reduce(incoming: OperatorKind | null): void {
    const precedence = incoming === null ? 0 : incoming.precedence;
    for (;;) {
      const top = this.#operators.at(-1);
      if (top === undefined || top.precedence < precedence) return;
      if (top.precedence === precedence && (top.kind !== "binary" || top.is_right)) return;
      if (nests(top)) this.#pending--;
      if (top.kind === "unary") this.#unary(top.op);
      else if (top.kind === "binary") this.#binary(top.op);
      else this.#run(top.precedence);
    }
  }

  #unary(op: UnaryOperator): void {
    this.#operators.pop();
    const start = this.#operator_starts.pop() ?? 0;
    const operand = this.#operands.pop() as Expression;
    this.#starts.pop();
    const end = this.#ends.pop() ?? 0;
    this.operand({ tag: "UnaryOp", start, end, op, operand }, start, end);
  }

  #binary(op: Operator): void {
    this.#operators.pop();
    this.#operator_starts.pop();
    const right = this.#operands.pop() as Expression;
    const left = this.#operands.pop() as Expression;
    this.#starts.pop();
    const start = this.#starts.pop() ?? 0;
    const end = this.#ends.pop() ?? 0;
    this.#ends.pop();
    this.operand({ tag: "BinOp", start, end, left, op, right }, start, end);
  }

  /** Comparisons in a row are one Compare, `and`s in a row one BoolOp. */
  #run(precedence: number): void {
    const operators: OperatorKind[] = [];
    while (this.#operators.at(-1)?.precedence === precedence) {
      operators.push(this.#operators.pop() as OperatorKind);
      this.#operator_starts.pop();
    }
    operators.reverse();
    const first = this.#operands.length - operators.length - 1;
    const values = this.#operands.splice(first);
    const start = this.#starts[first] ?? 0;
    const end = this.#ends.at(-1) ?? 0;
    this.#starts.length = first;
    this.#ends.length = first;
    this.operand(run_of(operators, values, start, end), start, end);
  }
}

/** CPython's parser gives up between three and six thousand. */
const pending_limit = 2900;

function nests(operator: OperatorKind): boolean {
  return operator.kind === "unary" || (operator.kind === "binary" && operator.is_right);
}

function too_complex(start: number, ends: readonly number[]): never {
  const at = start < 0 ? (ends.at(-1) ?? 0) : start;
  throw new Failure("source too complex to parse: nested too deeply", at, at);
}

function run_of(
  operators: readonly OperatorKind[],
  values: readonly Expression[],
  start: number,
  end: number,
): Expression {
  const first = operators[0];
  if (first?.kind === "boolean") return { tag: "BoolOp", start, end, op: first.op, values };
  const ops = operators.flatMap((operator) => (operator.kind === "comparison" ? operator.op : []));
  const [left, ...comparators] = values;
  return { tag: "Compare", start, end, left: left as Expression, ops, comparators };
}
