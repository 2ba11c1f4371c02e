// "Expressions": lists of expressions, conditional expressions and operators.
import type { Expression, Name, YieldFrom } from "../../ast/expressions.ts";
import { Engine, type Rule } from "../../engine.ts";
import type { Token } from "../../tokens/token.ts";
import * as t from "../../tokens/vocabulary.ts";
import {
  AND,
  binaries,
  comparisons,
  IS_NOT,
  NOT,
  NOT_IN,
  type OperatorKind,
  OperatorStack,
  OR,
  signs,
} from "./operator-stack.ts";

const comma = t.index_of(t.Comma);
const name_index = t.index_of(t.Name);
const star = t.index_of(t.Star);
const lambda_keyword = t.index_of(t.Lambda);
const colon_equal = t.index_of(t.ColonEqual);
const if_keyword = t.index_of(t.If);
const not_keyword = t.index_of(t.Not);
const is_sign = indices([...signs.keys()].map(t.type_written));

/** Whether a token of this index can go on an expression behind an operand. */
const goes_on_disjunction = indices([
  ...[...comparisons.keys()].map(t.type_written),
  t.Not,
  t.And,
  t.Or,
]);
const goes_on_bitwise_or = indices([...binaries.keys()].map(t.type_written));

export abstract class Operators extends Engine {
  abstract readonly primary: Rule<[], Expression>;
  abstract readonly lambda: Rule<[], Expression>;

  // star_expressions: ','.star_expression+ [',']
  readonly star_expressions = this.rule("star_expressions", (): Expression => {
    const start = this.next().startOffset;
    const first = this.SUBRULE(this.star_expression);
    if (this.next().tokenTypeIdx !== comma && !this.RECORDING_PHASE) return first;
    return this.tuple(first, start);
  });

  // The hot rules decide on the next token before they make closures for what is rare.
  private tuple(first: Expression, start: number): Expression {
    const elts = [first];
    let is_open = true;
    this.MANY(() => {
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION(() => {
        elts.push(this.SUBRULE1(this.star_expression));
        is_open = true;
      });
    });
    return { tag: "Tuple", start, end: this.previous().stop, elts, ctx: "Load" };
  }

  // star_expression: '*' bitwise_or | expression
  readonly star_expression = this.rule("star_expression", (): Expression => {
    if (this.RECORDING_PHASE) return this.OR(this.star_or_expression);
    return this.next().tokenTypeIdx === star
      ? this.SUBRULE(this.starred)
      : this.SUBRULE(this.expression);
  });
  private readonly star_or_expression = [
    { ALT: (): Expression => this.SUBRULE(this.starred) },
    { ALT: (): Expression => this.SUBRULE(this.expression) },
  ];

  // starred: '*' bitwise_or
  readonly starred = this.rule("starred", (): Expression => {
    const start = this.CONSUME(t.Star).startOffset;
    const value = this.SUBRULE(this.bitwise_or);
    return { tag: "Starred", start, end: this.previous().stop, value, ctx: "Load" };
  });

  // star_named_expression: '*' bitwise_or | named_expression
  readonly star_named_expression = this.rule("star_named_expression", (): Expression => {
    if (this.RECORDING_PHASE) return this.OR(this.star_or_named_expression);
    return this.next().tokenTypeIdx === star
      ? this.SUBRULE(this.starred)
      : this.SUBRULE(this.named_expression);
  });
  private readonly star_or_named_expression = [
    { ALT: (): Expression => this.SUBRULE(this.starred) },
    { ALT: (): Expression => this.SUBRULE(this.named_expression) },
  ];

  // named_expression: NAME ':=' expression | expression !':='
  readonly named_expression = this.rule("named_expression", (): Expression => {
    const first = this.next();
    const node = this.SUBRULE(this.expression);
    if (this.next().tokenTypeIdx !== colon_equal && !this.RECORDING_PHASE) return node;
    return this.walrus(first, node);
  });

  private walrus(first: Token, node: Expression): Expression {
    const named = this.OPTION((): Expression => {
      const is_name = first.tokenTypeIdx === name_index && this.previous() === first;
      if (!is_name && !this.RECORDING_PHASE) this.refuse(this.next(), null);
      this.CONSUME(t.ColonEqual);
      const value = this.SUBRULE1(this.expression);
      const { start, end } = node;
      const target: Name = { tag: "Name", start, end, id: first.image, ctx: "Store" };
      return { tag: "NamedExpr", start, end: this.previous().stop, target, value };
    });
    return named ?? node;
  }

  // yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
  readonly yield_expr = this.rule("yield_expr", (): Expression => {
    const start = this.CONSUME(t.Yield).startOffset;
    const delegate = this.OPTION1((): YieldFrom => {
      this.CONSUME(t.From);
      const value = this.SUBRULE(this.expression);
      return { tag: "YieldFrom", start, end: this.previous().stop, value };
    });
    if (delegate !== undefined && !this.RECORDING_PHASE) return delegate;
    const value = this.OPTION(() => this.SUBRULE(this.star_expressions)) ?? null;
    return { tag: "Yield", start, end: this.previous().stop, value };
  });

  // expression: disjunction 'if' disjunction 'else' expression | disjunction | lambdef
  readonly expression = this.rule("expression", (): Expression => {
    if (this.RECORDING_PHASE) return this.OR(this.expressions);
    const { tokenTypeIdx, startOffset } = this.next();
    if (tokenTypeIdx === lambda_keyword) return this.SUBRULE(this.lambda);
    const body = this.SUBRULE(this.disjunction);
    if (this.next().tokenTypeIdx !== if_keyword) return body;
    return this.conditional(startOffset, body);
  });
  private readonly expressions = [
    { ALT: (): Expression => this.SUBRULE(this.lambda) },
    { ALT: (): Expression => this.conditional(0, this.SUBRULE(this.disjunction)) },
  ];

  private conditional(start: number, body: Expression): Expression {
    const conditional = this.OPTION((): Expression => {
      this.CONSUME(t.If);
      const test = this.SUBRULE1(this.disjunction);
      this.CONSUME(t.Else);
      const orelse = this.SUBRULE(this.expression);
      return { tag: "IfExp", start, end: this.previous().stop, test, body, orelse };
    });
    return conditional ?? body;
  }

  // disjunction: 'or'.conjunction+ ; conjunction: 'and'.inversion+ ; inversion: 'not'* comparison ;
  // comparison: bitwise_or (compare_op bitwise_or)*. Flat here: the stack knows the precedences.
  readonly disjunction = this.rule("disjunction", (): Expression => {
    const { tokenTypeIdx, startOffset } = this.next();
    if (tokenTypeIdx === not_keyword || this.RECORDING_PHASE) return this.inversion();
    const first = this.SUBRULE(this.bitwise_or);
    if (goes_on_disjunction[this.next().tokenTypeIdx] !== 1) return first;
    return this.comparisons(new OperatorStack(), first, startOffset);
  });

  private inversion(): Expression {
    const stack = new OperatorStack();
    this.MANY(() => stack.prefix(NOT, this.CONSUME(t.Not).startOffset));
    const start = this.next().startOffset;
    return this.comparisons(stack, this.SUBRULE(this.bitwise_or), start);
  }

  private comparisons(stack: OperatorStack, first: Expression, from: number): Expression {
    let start = from;
    stack.operand(first, start, this.previous().stop);
    this.MANY1(() => {
      const operator: OperatorKind = this.OR(this.infix);
      stack.infix(operator);
      if (operator.kind === "boolean" || this.RECORDING_PHASE)
        this.MANY2(() => stack.prefix(NOT, this.CONSUME1(t.Not).startOffset));
      start = this.next().startOffset;
      const right = this.SUBRULE1(this.bitwise_or);
      stack.operand(right, start, this.previous().stop);
    });
    return this.RECORDING_PHASE ? first : stack.finish();
  }

  // compare_op: '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not' 'in' | 'is' ['not']
  private readonly infix = [
    ...[...comparisons].filter(([text]) => text !== "is").map((pair) => this.written(pair)),
    {
      ALT: (): OperatorKind => {
        this.CONSUME(t.Is);
        const is_not = this.OPTION(() => this.CONSUME2(t.Not));
        return is_not === undefined ? (comparisons.get("is") ?? IS_NOT) : IS_NOT;
      },
    },
    {
      ALT: (): OperatorKind => {
        this.CONSUME3(t.Not);
        this.CONSUME4(t.In);
        return NOT_IN;
      },
    },
    this.written(["and", AND]),
    this.written(["or", OR]),
  ];

  // bitwise_or: ('+' | '-' | '~')* await_primary (binary_operator ('+' | '-' | '~')* await_primary)*
  readonly bitwise_or = this.rule("bitwise_or", (): Expression => {
    const { tokenTypeIdx, startOffset } = this.next();
    if (is_sign[tokenTypeIdx] === 1 || this.RECORDING_PHASE) return this.signed();
    const first = this.SUBRULE(this.primary);
    if (goes_on_bitwise_or[this.next().tokenTypeIdx] !== 1) return first;
    return this.arithmetic(new OperatorStack(), first, startOffset);
  });

  private signed(): Expression {
    const stack = new OperatorStack();
    this.MANY(() => {
      const start = this.next().startOffset;
      stack.prefix(this.OR(this.sign), start);
    });
    const start = this.next().startOffset;
    return this.arithmetic(stack, this.SUBRULE(this.primary), start);
  }

  private arithmetic(stack: OperatorStack, first: Expression, from: number): Expression {
    let start = from;
    stack.operand(first, start, this.previous().stop);
    this.MANY1(() => {
      stack.infix(this.OR1(this.binary));
      this.MANY2(() => {
        start = this.next().startOffset;
        stack.prefix(this.OR2(this.inner_sign), start);
      });
      start = this.next().startOffset;
      const right = this.SUBRULE1(this.primary);
      stack.operand(right, start, this.previous().stop);
    });
    return this.RECORDING_PHASE ? first : stack.finish();
  }
  private readonly sign = [...signs].map((pair) => this.written(pair, 1));
  private readonly inner_sign = [...signs].map((pair) => this.written(pair, 2));
  private readonly binary = [...binaries].map((pair) => this.written(pair));

  private written(
    [text, operator]: readonly [string, OperatorKind],
    occurrence = 0,
  ): { ALT: () => OperatorKind } {
    const type = t.type_written(text);
    return {
      ALT: () => {
        this.consume(occurrence, type);
        return operator;
      },
    };
  }
}

function indices(types: readonly { tokenTypeIdx?: number }[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const type of types) table[type.tokenTypeIdx ?? 0] = 1;
  return table;
}
