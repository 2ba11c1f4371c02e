// "Assignment statements", augmented and annotated ones; and expressions as statements.
import type { Expression, Operator } from "../../ast/expressions.ts";
import type { AnnAssign, Assign, AugAssign, SimpleStatement } from "../../ast/simple-statements.ts";
import { Failure } from "../../failure.ts";
import { as_target, expression_name, invalid_target, set_context } from "../../targets.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Imports } from "./imports.ts";
import { exactly } from "../exactly.ts";

const colon = t.index_of(t.Colon);
const equal = t.index_of(t.Equal);

const augmented: readonly (readonly [string, Operator])[] = [
  ["+=", "Add"],
  ["-=", "Sub"],
  ["*=", "Mult"],
  ["@=", "MatMult"],
  ["/=", "Div"],
  ["%=", "Mod"],
  ["&=", "BitAnd"],
  ["|=", "BitOr"],
  ["^=", "BitXor"],
  ["<<=", "LShift"],
  [">>=", "RShift"],
  ["**=", "Pow"],
  ["//=", "FloorDiv"],
];
const augmented_indices = new Set(augmented.map(([text]) => t.index_of(t.type_written(text))));

const recorded: Expression = { tag: "Name", start: 0, end: 0, id: "", ctx: "Load" };

export abstract class Assignments extends Imports {
  // assignment: single_target ':' expression ['=' annotated_rhs]
  //     | (star_targets '=')+ annotated_rhs | single_target augassign annotated_rhs
  // Read as expressions, which become targets when an operator of assignment follows.
  readonly assignment = this.rule("assignment", (): SimpleStatement => {
    const start = this.next().startOffset;
    const value = this.SUBRULE(this.annotated_rhs);
    const after = this.next().tokenTypeIdx;
    if (this.RECORDING_PHASE) this.recorded_assignments();
    else if (after === equal) return this.SUBRULE(this.assign, { ARGS: [start, value] });
    else if (after === colon) return this.SUBRULE(this.annotation, { ARGS: [start, value] });
    else if (augmented_indices.has(after))
      return this.SUBRULE(this.augassign, { ARGS: [start, value] });
    return { tag: "Expr", start, end: this.previous().stop, value };
  });

  /** What `assignment` decides on the next token, as Chevrotain's tables need to see it. */
  private recorded_assignments(): void {
    const ARGS: [number, Expression] = [0, recorded];
    this.OPTION(() => this.SUBRULE(this.assign, { ARGS }));
    this.OPTION1(() => this.SUBRULE(this.annotation, { ARGS }));
    this.OPTION2(() => this.SUBRULE(this.augassign, { ARGS }));
  }

  // annotated_rhs: yield_expr | star_expressions
  readonly annotated_rhs = this.rule("annotated_rhs", (): Expression =>
    this.OR(this.right_hand_sides),
  );
  private readonly right_hand_sides = [
    { ALT: (): Expression => this.SUBRULE(this.yield_expr) },
    { ALT: (): Expression => this.SUBRULE(this.star_expressions) },
  ];

  readonly assign = this.rule("assign", (start: number, first: Expression): Assign => {
    const targets: Expression[] = [];
    let value = first;
    this.MANY(() => {
      this.CONSUME(t.Equal);
      targets.push(value);
      value = this.SUBRULE(this.annotated_rhs);
    });
    if (!this.RECORDING_PHASE)
      for (const target of targets) this.assignable(target, targets, value);
    return { tag: "Assign", start, end: this.previous().stop, targets: exactly(targets), value };
  });

  /** `f() = 1` gets another wording than `f() = x = 1` and `(f(), x) = 1`. */
  private assignable(target: Expression, targets: readonly Expression[], value: Expression): void {
    if (target.tag === "Yield" || target.tag === "YieldFrom")
      throw new Failure("assignment to yield expression not possible", target.start, target.end);
    const is_single = targets.length === 1 && is_bitwise_or(value) && is_bitwise_or(target);
    if (is_single && invalid_target(target, "Store") === target && !is_singleton(target)) {
      const message = `cannot assign to ${expression_name(target)} here. Maybe you meant '==' instead of '='?`;
      throw new Failure(message, target.start, target.end);
    }
    as_target(target, "Store");
  }

  readonly annotation = this.rule("annotation", (start: number, target: Expression): AnnAssign => {
    if (!this.RECORDING_PHASE) this.annotatable(target);
    this.CONSUME(t.Colon);
    const annotation = this.SUBRULE(this.expression);
    const value =
      this.OPTION(() => {
        this.CONSUME(t.Equal);
        return this.SUBRULE(this.annotated_rhs);
      }) ?? null;
    const end = this.previous().stop;
    const simple = !this.RECORDING_PHASE && start === target.start && target.tag === "Name" ? 1 : 0;
    return { tag: "AnnAssign", start, end, target, annotation, value, simple };
  });

  private annotatable(target: Expression): void {
    if (target.tag === "Name" || target.tag === "Attribute" || target.tag === "Subscript") {
      set_context(target, "Store");
      return;
    }
    if (target.tag !== "List" && target.tag !== "Tuple")
      throw new Failure("illegal target for annotation", target.start, target.end);
    const name = expression_name(target);
    const message = `only single target (not ${name}) can be annotated`;
    throw new Failure(message, target.start, target.end);
  }

  readonly augassign = this.rule("augassign", (start: number, target: Expression): AugAssign => {
    if (!this.RECORDING_PHASE) {
      if (target.tag !== "Name" && target.tag !== "Attribute" && target.tag !== "Subscript") {
        const message = `'${expression_name(target)}' is an illegal expression for augmented assignment`;
        throw new Failure(message, target.start, target.end);
      }
      set_context(target, "Store");
    }
    const op: Operator = this.OR(this.augmented_operators);
    const value = this.SUBRULE(this.annotated_rhs);
    return { tag: "AugAssign", start, end: this.previous().stop, target, op, value };
  });
  private readonly augmented_operators = augmented.map(([text, op]) => {
    const type = t.type_written(text);
    return {
      ALT: (): Operator => {
        this.CONSUME(type);
        return op;
      },
    };
  });
}

const looser = new Set(
  "BoolOp Compare IfExp Lambda NamedExpr Yield YieldFrom Starred GeneratorExp".split(" "),
);

/** Whether an expression binds as tightly as `|`, or tighter. */
function is_bitwise_or(node: Expression): boolean {
  return !looser.has(node.tag) && !(node.tag === "UnaryOp" && node.op === "Not");
}

function is_singleton(node: Expression): boolean {
  return node.tag === "Constant" && (node.value.type === "None" || node.value.type === "bool");
}
