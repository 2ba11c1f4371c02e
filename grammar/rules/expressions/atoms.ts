// "Atoms": names, literals, parenthesised forms, displays of lists, sets and dictionaries.
import type { Constant, ConstantValue, Expression } from "../../ast/expressions.ts";
import type { Rule } from "../../engine.ts";
import { Failure } from "../../failure.ts";
import { number_value } from "../../literals/numbers.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Primaries } from "./primaries.ts";
import { exactly } from "../exactly.ts";

const yield_keyword = t.index_of(t.Yield);
const closing = t.index_of(t.RightParenthesis);

export abstract class Atoms extends Primaries {
  abstract readonly strings: Rule<[], Expression>;

  // atom: NAME | 'True' | 'False' | 'None' | strings | NUMBER | group | tuple | genexp | list
  //     | listcomp | dict | set | dictcomp | setcomp | '...'
  readonly atom = this.rule("atom", (): Expression => this.OR(this.atoms));
  private readonly atoms = [
    {
      ALT: (): Expression => {
        const { startOffset: start, image: id } = this.CONSUME(t.Name);
        return { tag: "Name", start, end: this.previous().stop, id, ctx: "Load" };
      },
    },
    {
      ALT: (): Expression => {
        const text = this.CONSUME(t.NumberLiteral).image;
        return this.constant(this.RECORDING_PHASE ? { type: "None" } : number_value(text));
      },
    },
    { ALT: (): Expression => this.SUBRULE(this.strings) },
    { ALT: (): Expression => this.SUBRULE(this.parenthesised) },
    { ALT: (): Expression => this.SUBRULE(this.list) },
    { ALT: (): Expression => this.SUBRULE(this.braces) },
    {
      ALT: (): Expression => {
        this.CONSUME(t.None_);
        return this.constant({ type: "None" });
      },
    },
    {
      ALT: (): Expression => {
        this.CONSUME(t.True_);
        return this.constant({ type: "bool", value: true });
      },
    },
    {
      ALT: (): Expression => {
        this.CONSUME(t.False_);
        return this.constant({ type: "bool", value: false });
      },
    },
    {
      ALT: (): Expression => {
        this.CONSUME(t.Ellipsis);
        return this.constant({ type: "Ellipsis" });
      },
    },
  ];

  private constant(value: ConstantValue): Constant {
    const { startOffset: start, stop: end } = this.previous();
    return { tag: "Constant", start, end, value, kind: null };
  }

  // tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
  // group: '(' (yield_expr | named_expression) ')'
  // genexp: '(' named_expression for_if_clauses ')'
  readonly parenthesised = this.rule("parenthesised", (): Expression => {
    const start = this.CONSUME(t.LeftParenthesis).startOffset;
    const elts: Expression[] = [];
    const { tokenTypeIdx } = this.next();
    let whole: Expression | null = null;
    if (this.RECORDING_PHASE) this.OPTION(() => this.OR(this.enclosed));
    else if (tokenTypeIdx === yield_keyword) whole = this.SUBRULE(this.yield_expr);
    else if (tokenTypeIdx !== closing) whole = this.elements(elts);
    this.CONSUME(t.RightParenthesis);
    const end = this.previous().stop;
    if (whole === null) return { tag: "Tuple", start, end, elts, ctx: "Load" };
    if (whole.tag === "GeneratorExp") {
      const { elt, generators } = whole;
      if (elts.length === 1 && elt === elts[0])
        return { tag: "GeneratorExp", start, end, elt, generators };
    }
    if (whole.tag === "Starred")
      throw new Failure("cannot use starred expression here", whole.start, whole.end);
    return whole;
  });

  private readonly enclosed = [
    { ALT: (): Expression => this.SUBRULE(this.yield_expr) },
    { ALT: (): Expression | null => this.elements([]) },
  ];

  // list: '[' [star_named_expressions] ']' ; listcomp: '[' named_expression for_if_clauses ']'
  readonly list = this.rule("list", (): Expression => {
    const start = this.CONSUME(t.LeftBracket).startOffset;
    const elts: Expression[] = [];
    const whole = this.OPTION(() => this.elements(elts));
    this.CONSUME(t.RightBracket);
    const end = this.previous().stop;
    if (whole?.tag === "GeneratorExp" && whole.elt === elts[0])
      return { tag: "ListComp", start, end, elt: whole.elt, generators: whole.generators };
    return { tag: "List", start, end, elts: exactly(elts), ctx: "Load" };
  });

  /** Elements into `elts`; gives a single one without a comma, or an unfinished generator expression. */
  private elements(elts: Expression[]): Expression | null {
    const { startOffset: start } = this.next();
    const first = this.SUBRULE(this.star_named_expression);
    elts.push(first);
    const after = this.next().tokenTypeIdx;
    if (after === closing && !this.RECORDING_PHASE) return first;
    return this.more_elements(elts, first, start);
  }

  private more_elements(elts: Expression[], first: Expression, start: number): Expression | null {
    let single: Expression | null = first;
    const generators = this.OPTION8(() => this.SUBRULE(this.for_if_clauses));
    if (generators !== undefined && !this.RECORDING_PHASE) {
      this.refuse_unpacking(first, "iterable unpacking cannot be used in comprehension");
      return { tag: "GeneratorExp", start, end: this.previous().stop, elt: first, generators };
    }
    let is_open = true;
    this.MANY(() => {
      single = null;
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION9(() => {
        elts.push(this.SUBRULE1(this.star_named_expression));
        is_open = true;
      });
    });
    return single;
  }

  private refuse_unpacking(node: Expression, message: string): void {
    if (node.tag === "Starred") throw new Failure(message, node.start, node.end);
  }

  // dict: '{' [double_starred_kvpairs] '}' ; dictcomp: '{' kvpair for_if_clauses '}'
  // set: '{' star_named_expressions '}' ; setcomp: '{' named_expression for_if_clauses '}'
  readonly braces = this.rule("braces", (): Expression => {
    const start = this.CONSUME(t.LeftBrace).startOffset;
    const content = this.OPTION(() =>
      this.OR([
        { ALT: (): Expression => this.SUBRULE(this.dict_from_unpacking) },
        {
          ALT: (): Expression => {
            const first = this.SUBRULE(this.star_named_expression);
            return this.OR1([
              {
                ALT: (): Expression => this.SUBRULE(this.dict_from_key, { ARGS: [first] }),
              },
              {
                ALT: (): Expression => this.SUBRULE(this.set_from_element, { ARGS: [first] }),
              },
            ]);
          },
        },
      ]),
    );
    this.CONSUME(t.RightBrace);
    const end = this.previous().stop;
    if (content === undefined) return { tag: "Dict", start, end, keys: [], values: [] };
    return { ...content, start, end };
  });

  readonly dict_from_unpacking = this.rule("dict_from_unpacking", (): Expression => {
    this.CONSUME(t.DoubleStar);
    const values = [this.SUBRULE(this.bitwise_or)];
    const keys: (Expression | null)[] = [null];
    const is_comprehension = this.OPTION(() => this.SUBRULE(this.for_if_clauses)) !== undefined;
    if (is_comprehension && !this.RECORDING_PHASE)
      throw new Failure(
        "dict unpacking cannot be used in dict comprehension",
        values[0]?.start ?? 0,
        values[0]?.end ?? 0,
      );
    this.SUBRULE(this.more_pairs, { ARGS: [keys, values] });
    return { tag: "Dict", start: 0, end: 0, keys, values };
  });

  // kvpair: expression ':' expression
  readonly dict_from_key = this.rule("dict_from_key", (key: Expression): Expression => {
    if (!this.RECORDING_PHASE && (key.tag === "Starred" || key.tag === "NamedExpr"))
      if (this.previous().stop === key.end) this.refuse(this.next(), null);
    this.CONSUME(t.Colon);
    const value = this.SUBRULE(this.expression);
    const generators = this.OPTION(() => this.SUBRULE(this.for_if_clauses));
    if (generators !== undefined && !this.RECORDING_PHASE)
      return { tag: "DictComp", start: 0, end: 0, key, value, generators };
    const keys = [key];
    const values = [value];
    this.SUBRULE(this.more_pairs, { ARGS: [keys, values] });
    return { tag: "Dict", start: 0, end: 0, keys, values };
  });

  // (',' double_starred_kvpair)* [','] ; double_starred_kvpair: '**' bitwise_or | kvpair
  readonly more_pairs = this.rule(
    "more_pairs",
    (keys: (Expression | null)[], values: Expression[]): void => {
      let is_open = true;
      this.MANY(() => {
        if (!is_open) this.refuse(this.next(), null);
        this.CONSUME(t.Comma);
        is_open = false;
        this.OPTION(() => {
          is_open = true;
          this.OR([
            {
              ALT: () => {
                this.CONSUME(t.DoubleStar);
                const value = this.SUBRULE(this.bitwise_or);
                if (this.RECORDING_PHASE) return;
                keys.push(null);
                values.push(value);
              },
            },
            {
              ALT: () => {
                const key = this.SUBRULE(this.expression);
                this.CONSUME(t.Colon);
                const value = this.SUBRULE1(this.expression);
                if (this.RECORDING_PHASE) return;
                keys.push(key);
                values.push(value);
              },
            },
          ]);
        });
      });
    },
  );

  readonly set_from_element = this.rule("set_from_element", (first: Expression): Expression => {
    const generators = this.OPTION1(() => this.SUBRULE(this.for_if_clauses));
    if (generators !== undefined && !this.RECORDING_PHASE) {
      this.refuse_unpacking(first, "iterable unpacking cannot be used in comprehension");
      return { tag: "SetComp", start: 0, end: 0, elt: first, generators };
    }
    const elts = [first];
    let is_open = true;
    this.MANY(() => {
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION(() => {
        elts.push(this.SUBRULE(this.star_named_expression));
        is_open = true;
      });
    });
    return { tag: "Set", start: 0, end: 0, elts };
  });
}
