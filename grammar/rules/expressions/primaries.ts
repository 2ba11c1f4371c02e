// "Primaries": await, attribute references, subscriptions, slicings and calls.
import type { Comprehension, Expression, Keyword, Slice } from "../../ast/expressions.ts";
import type { Rule } from "../../engine.ts";
import { Failure } from "../../failure.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Comprehensions } from "./comprehensions.ts";
import { exactly } from "../exactly.ts";

const equal = t.index_of(t.Equal);
const name_index = t.index_of(t.Name);
const comma = t.index_of(t.Comma);
const await_index = t.index_of(t.Await);
const closing = t.index_of(t.RightParenthesis);
const for_keyword = t.index_of(t.For);
const async_keyword = t.index_of(t.Async);
const begins_trailer = new Uint8Array(256);
for (const type of [t.Dot, t.LeftParenthesis, t.LeftBracket]) begins_trailer[t.index_of(type)] = 1;

interface Arguments {
  readonly args: Expression[];
  readonly keywords: Keyword[];
  /** Where the argument begins that a comma may neither precede nor follow; -1: there is none. */
  generator: number;
  /** Whether a positional argument stands behind one with a keyword. */
  is_misplaced: boolean;
}

export abstract class Primaries extends Comprehensions {
  abstract readonly atom: Rule<[], Expression>;

  // await_primary: 'await' primary | primary
  // primary: atom ('.' NAME | '(' [arguments] ')' | '[' slices ']')*
  readonly primary = this.rule("primary", (): Expression => {
    const first = this.next();
    if (first.tokenTypeIdx === await_index || this.RECORDING_PHASE) {
      this.OPTION(() => this.CONSUME(t.Await));
      const value = this.trailed(this.next().startOffset, this.SUBRULE(this.atom));
      return { tag: "Await", start: first.startOffset, end: this.previous().stop, value };
    }
    const node = this.SUBRULE(this.atom);
    if (begins_trailer[this.next().tokenTypeIdx] !== 1) return node;
    return this.trailed(first.startOffset, node);
  });

  private trailed(start: number, atom: Expression): Expression {
    let node = atom;
    this.MANY(() => {
      this.left = node;
      this.left_start = start;
      node = this.OR(this.trailers);
    });
    return node;
  }
  private left: Expression | null = null;
  private left_start = 0;
  private readonly trailers = [
    {
      ALT: (): Expression => {
        const [value, start] = [this.left as Expression, this.left_start];
        this.CONSUME(t.Dot);
        const attr = this.CONSUME(t.Name).image;
        return { tag: "Attribute", start, end: this.previous().stop, value, attr, ctx: "Load" };
      },
    },
    {
      ALT: (): Expression => {
        const [func, start] = [this.left as Expression, this.left_start];
        const opening = this.CONSUME(t.LeftParenthesis).startOffset;
        const { args, keywords, generator } = this.SUBRULE(this.arguments);
        this.CONSUME(t.RightParenthesis);
        const end = this.previous().stop;
        if (this.RECORDING_PHASE) return { tag: "Call", start, end, func, args, keywords };
        if (generator >= 0) args[0] = { ...args[0], start: opening, end } as Expression;
        return { tag: "Call", start, end, func, args: exactly(args), keywords: exactly(keywords) };
      },
    },
    {
      ALT: (): Expression => {
        const [value, start] = [this.left as Expression, this.left_start];
        this.CONSUME(t.LeftBracket);
        const slice = this.SUBRULE(this.slices);
        this.CONSUME(t.RightBracket);
        return { tag: "Subscript", start, end: this.previous().stop, value, slice, ctx: "Load" };
      },
    },
  ];

  // slices: slice !',' | ','.(slice | starred_expression)+ [',']
  readonly slices = this.rule("slices", (): Expression => {
    const start = this.next().startOffset;
    const first = this.SUBRULE(this.slice);
    if (this.next().tokenTypeIdx !== comma && first.tag !== "Starred" && !this.RECORDING_PHASE)
      return first;
    return this.slice_tuple(first, start);
  });

  private slice_tuple(first: Expression, start: number): Expression {
    const elts = [first];
    let is_open = true;
    this.MANY(() => {
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION(() => {
        elts.push(this.SUBRULE1(this.slice));
        is_open = true;
      });
    });
    return { tag: "Tuple", start, end: this.previous().stop, elts, ctx: "Load" };
  }

  // slice: [expression] ':' [expression] [':' [expression]] | named_expression | starred_expression
  readonly slice = this.rule("slice", (): Expression => {
    const start = this.next().startOffset;
    return this.OR([
      { ALT: (): Expression => this.SUBRULE(this.starred_expression) },
      { ALT: (): Expression => this.SUBRULE1(this.slice_end, { ARGS: [start, null] }) },
      {
        ALT: (): Expression => {
          const lower = this.SUBRULE(this.named_expression);
          const slice = this.OPTION(() => this.SUBRULE(this.slice_end, { ARGS: [start, lower] }));
          return slice ?? lower;
        },
      },
    ]);
  });

  // slice_end: ':' [expression] [':' [expression]]
  readonly slice_end = this.rule("slice_end", (start: number, lower: Expression | null): Slice => {
    if (lower?.tag === "NamedExpr" && this.previous().stop === lower.end)
      this.refuse(this.next(), null);
    this.CONSUME(t.Colon);
    const upper = this.OPTION(() => this.SUBRULE(this.expression)) ?? null;
    const step =
      this.OPTION1(() => {
        this.CONSUME1(t.Colon);
        return this.OPTION2(() => this.SUBRULE1(this.expression));
      }) ?? null;
    return { tag: "Slice", start, end: this.previous().stop, lower, upper, step };
  });

  // starred_expression: '*' expression
  readonly starred_expression = this.rule("starred_expression", (): Expression => {
    const start = this.CONSUME(t.Star).startOffset;
    const value = this.SUBRULE(this.expression);
    return { tag: "Starred", start, end: this.previous().stop, value, ctx: "Load" };
  });

  // arguments: [','.argument+ [',']]
  readonly arguments = this.rule("arguments", (): Arguments => {
    const list: Arguments = { args: [], keywords: [], generator: -1, is_misplaced: false };
    if (this.next().tokenTypeIdx === closing && !this.RECORDING_PHASE) return list;
    this.OPTION(() => {
      this.SUBRULE(this.argument, { ARGS: [list] });
      if (this.next().tokenTypeIdx !== closing || this.RECORDING_PHASE) this.more_arguments(list);
      if (!this.RECORDING_PHASE && list.is_misplaced) this.positional_after_keyword(list);
    });
    return list;
  });

  private more_arguments(list: Arguments): void {
    let is_open = true;
    this.MANY(() => {
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION1(() => {
        this.SUBRULE1(this.argument, { ARGS: [list] });
        is_open = true;
      });
    });
    if (this.RECORDING_PHASE || list.generator < 0) return;
    if (list.args.length + list.keywords.length > 1 || !is_open) this.parenthesise_generator(list);
  }

  // argument: '*' expression | '**' expression | NAME '=' expression | named_expression [for_if_clauses]
  readonly argument = this.rule("argument", (list: Arguments): void => {
    this.arguments_so_far = list;
    this.OR(this.argument_kinds);
  });
  private arguments_so_far: Arguments = {
    args: [],
    keywords: [],
    generator: -1,
    is_misplaced: false,
  };
  private readonly argument_kinds = [
    {
      ALT: (): void => {
        const list = this.arguments_so_far;
        const comma_at = this.previous().startOffset;
        const node = this.SUBRULE(this.starred_expression);
        if (this.RECORDING_PHASE) return;
        if (list.keywords.some((keyword) => keyword.arg === null)) {
          const message = "iterable argument unpacking follows keyword argument unpacking";
          throw new Failure(message, comma_at, node.end);
        }
        list.args.push(node);
      },
    },
    {
      ALT: (): void => {
        const list = this.arguments_so_far;
        const start = this.CONSUME(t.DoubleStar).startOffset;
        const value = this.SUBRULE(this.expression);
        const end = this.previous().stop;
        if (this.RECORDING_PHASE) return;
        list.keywords.push({ tag: "keyword", start, end, arg: null, value });
      },
    },
    {
      ALT: (): void => {
        const list = this.arguments_so_far;
        const is_keyword =
          this.next().tokenTypeIdx === name_index && this.peek(2).tokenTypeIdx === equal;
        if (is_keyword || this.RECORDING_PHASE) this.keyword_argument(list);
        if (!is_keyword) this.positional(list);
      },
    },
  ];

  private keyword_argument(list: Arguments): void {
    this.OPTION({
      GATE: () => true,
      DEF: () => {
        const { image: arg, startOffset: start } = this.CONSUME(t.Name);
        this.CONSUME(t.Equal);
        const value = this.SUBRULE2(this.expression);
        if (this.RECORDING_PHASE) return;
        list.keywords.push({ tag: "keyword", start, end: this.previous().stop, arg, value });
      },
    });
  }

  private positional(list: Arguments): void {
    const first = this.next();
    const node = this.SUBRULE(this.named_expression);
    const after = this.next().tokenTypeIdx;
    const generators =
      after === for_keyword || after === async_keyword || this.RECORDING_PHASE
        ? this.OPTION1(this.clauses)
        : undefined;
    if (this.RECORDING_PHASE) return;
    const start = first.startOffset;
    const end = this.previous().stop;
    if (generators === undefined) list.args.push(node);
    else {
      if (list.generator < 0) list.generator = list.args.length;
      list.args.push({ tag: "GeneratorExp", start, end, elt: node, generators });
    }
    if (list.keywords.length > 0) list.is_misplaced = true;
  }

  private readonly clauses = (): readonly Comprehension[] => this.SUBRULE(this.for_if_clauses);

  private positional_after_keyword(list: Arguments): never {
    const is_unpacking = list.keywords.some((keyword) => keyword.arg === null);
    const what = is_unpacking ? "keyword argument unpacking" : "keyword argument";
    const { startOffset, stop } = this.next();
    throw new Failure(`positional argument follows ${what}`, startOffset, stop);
  }

  private parenthesise_generator(list: Arguments): never {
    const node = list.args[list.generator];
    const message = "Generator expression must be parenthesized";
    throw new Failure(message, node?.start ?? 0, node?.end ?? 0);
  }
}
