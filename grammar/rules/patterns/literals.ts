// "Literal patterns".
import type { Constant, ConstantValue, Expression } from "../../ast/expressions.ts";
import { Failure } from "../../failure.ts";
import { number_value } from "../../literals/numbers.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Parameters } from "../expressions/parameters.ts";

export abstract class LiteralPatterns extends Parameters {
  // literal_expression: signed_number | complex_number | strings | 'None' | 'True' | 'False'
  readonly literal_expression = this.rule("literal_expression", (): Expression =>
    this.OR([
      { ALT: (): Expression => this.SUBRULE(this.pattern_number) },
      { ALT: (): Expression => this.SUBRULE(this.strings) },
      {
        ALT: (): Expression => {
          this.CONSUME(t.None_);
          return this.singleton({ type: "None" });
        },
      },
      {
        ALT: (): Expression => {
          this.CONSUME(t.True_);
          return this.singleton({ type: "bool", value: true });
        },
      },
      {
        ALT: (): Expression => {
          this.CONSUME(t.False_);
          return this.singleton({ type: "bool", value: false });
        },
      },
    ]),
  );

  private singleton(value: ConstantValue): Constant {
    const { startOffset: start, stop: end } = this.previous();
    return { tag: "Constant", start, end, value, kind: null };
  }

  // complex_number: signed_real_number ('+' | '-') imaginary_number ; signed_number: ['-'] NUMBER
  readonly pattern_number = this.rule("pattern_number", (): Expression => {
    const start = this.next().startOffset;
    const left = this.SUBRULE(this.signed_number);
    const complex = this.OPTION((): Expression => {
      const op = this.OR([
        { ALT: () => (this.CONSUME(t.Plus), "Add" as const) },
        { ALT: () => (this.CONSUME(t.Minus), "Sub" as const) },
      ]);
      const right = this.SUBRULE(this.unsigned_number);
      const real = left.tag === "UnaryOp" ? left.operand : left;
      if (real.tag === "Constant" && real.value.type === "complex")
        throw new Failure("real number required in complex literal", left.start, left.end);
      if (right.tag === "Constant" && right.value.type !== "complex" && !this.RECORDING_PHASE)
        throw new Failure("imaginary number required in complex literal", right.start, right.end);
      return { tag: "BinOp", start, end: this.previous().stop, left, op, right };
    });
    return complex ?? left;
  });

  readonly signed_number = this.rule("signed_number", (): Expression => {
    const start = this.next().startOffset;
    const minus = this.OPTION(() => this.CONSUME(t.Minus));
    const operand = this.SUBRULE(this.unsigned_number);
    if (minus === undefined) return operand;
    return { tag: "UnaryOp", start, end: this.previous().stop, op: "USub", operand };
  });

  readonly unsigned_number = this.rule("unsigned_number", (): Expression => {
    const text = this.CONSUME(t.NumberLiteral).image;
    return this.singleton(this.RECORDING_PHASE ? { type: "None" } : number_value(text));
  });
}
