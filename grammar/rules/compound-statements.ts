// "Compound statements".
import type {
  AsyncFor,
  AsyncWith,
  ClassDef,
  ExceptHandler,
  For,
  FunctionDef,
  AsyncFunctionDef,
  If,
  Match,
  MatchCase,
  Statement,
  Try,
  TryStar,
  While,
  With,
} from "../ast/compound-statements.ts";
import type { Expression, Keyword } from "../ast/expressions.ts";
import { Failure } from "../failure.ts";
import * as t from "../tokens/vocabulary.ts";
import { WithItems } from "./with-items.ts";

const name_index = t.index_of(t.Name);
const colon = t.index_of(t.Colon);
const newline = t.index_of(t.Newline);
const indent = t.index_of(t.Indent);

export abstract class CompoundStatements extends WithItems {
  // statement: compound_stmt | simple_stmts
  readonly statement = this.rule("statement", (into: Statement[]): void => {
    if (this.RECORDING_PHASE) this.OPTION(() => this.SUBRULE(this.match_stmt));
    else if (this.next().image === "match" && this.is_match_statement()) {
      into.push(this.SUBRULE(this.match_stmt));
      return;
    }
    if (!this.RECORDING_PHASE) this.into = into;
    this.OR(this.statements_by_keyword);
  });
  private into: Statement[] = [];
  private readonly statements_by_keyword = [
    { ALT: (): void => this.SUBRULE(this.simple_stmts, { ARGS: [this.into] }) },
    this.compound(() => this.SUBRULE(this.if_stmt)),
    this.compound(() => this.SUBRULE(this.function_def, { ARGS: [[], null] })),
    this.compound(() => this.SUBRULE(this.for_stmt, { ARGS: [null] })),
    this.compound(() => this.SUBRULE(this.try_stmt)),
    this.compound(() => this.SUBRULE(this.with_stmt, { ARGS: [null] })),
    this.compound(() => this.SUBRULE(this.class_def, { ARGS: [[]] })),
    this.compound(() => this.SUBRULE(this.while_stmt)),
    this.compound(() => this.SUBRULE(this.decorated)),
    this.compound(() => this.SUBRULE(this.async_stmt)),
  ];

  private compound(parse: () => Statement): { ALT: () => void } {
    return {
      ALT: () => {
        const { into } = this;
        into.push(parse());
      },
    };
  }

  // block: NEWLINE INDENT statement+ DEDENT | simple_stmts
  readonly block = this.rule("block", (): readonly Statement[] => {
    const into: Statement[] = [];
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Newline);
          this.CONSUME(t.Indent);
          this.MANY(() => this.SUBRULE(this.statement, { ARGS: [into] }));
          this.CONSUME(t.Dedent);
        },
      },
      { ALT: () => this.SUBRULE(this.simple_stmts, { ARGS: [into] }) },
    ]);
    return into;
  });

  // if_stmt: 'if' named_expression ':' block ('elif' named_expression ':' block)* [else_block]
  readonly if_stmt = this.rule("if_stmt", (): If => {
    const start = this.CONSUME(t.If).startOffset;
    const test = this.SUBRULE(this.named_expression);
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    const clauses = [{ start, test, body }];
    this.MANY(() => {
      const clause = this.CONSUME(t.Elif).startOffset;
      const elif_test = this.SUBRULE1(this.named_expression);
      this.CONSUME1(t.Colon);
      clauses.push({ start: clause, test: elif_test, body: this.SUBRULE1(this.block) });
    });
    let orelse: readonly Statement[] = this.OPTION(() => this.SUBRULE(this.else_block)) ?? [];
    const end = this.suite_end;
    let node: If = { tag: "If", start, end, test, body, orelse };
    // chains of elif may be thousands long: built from the last to the first
    for (const clause of clauses.toReversed()) {
      node = { tag: "If", start: clause.start, end, test: clause.test, body: clause.body, orelse };
      orelse = [node];
    }
    return node;
  });

  // else_block: 'else' ':' block
  readonly else_block = this.rule("else_block", (): readonly Statement[] => {
    this.CONSUME(t.Else);
    this.CONSUME(t.Colon);
    return this.SUBRULE(this.block);
  });

  // while_stmt: 'while' named_expression ':' block [else_block]
  readonly while_stmt = this.rule("while_stmt", (): While => {
    const start = this.CONSUME(t.While).startOffset;
    const test = this.SUBRULE(this.named_expression);
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    const orelse = this.OPTION(() => this.SUBRULE(this.else_block)) ?? [];
    const end = this.suite_end;
    return { tag: "While", start, end, test, body, orelse };
  });

  // for_stmt: ['async'] 'for' star_targets 'in' star_expressions ':' block [else_block]
  readonly for_stmt = this.rule("for_stmt", (async_start: number | null): For | AsyncFor => {
    const keyword = this.CONSUME(t.For).startOffset;
    const target = this.SUBRULE(this.star_targets);
    this.CONSUME(t.In);
    const iter = this.SUBRULE(this.star_expressions);
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    const orelse = this.OPTION(() => this.SUBRULE(this.else_block)) ?? [];
    const end = this.suite_end;
    if (async_start === null)
      return { tag: "For", start: keyword, end, target, iter, body, orelse };
    return { tag: "AsyncFor", start: async_start, end, target, iter, body, orelse };
  });

  // with_stmt: ['async'] 'with' with_items ':' block
  readonly with_stmt = this.rule("with_stmt", (async_start: number | null): With | AsyncWith => {
    const keyword = this.CONSUME(t.With).startOffset;
    const items = this.SUBRULE(this.with_items);
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    const end = this.suite_end;
    if (async_start === null) return { tag: "With", start: keyword, end, items, body };
    return { tag: "AsyncWith", start: async_start, end, items, body };
  });

  // try_stmt: 'try' ':' block (except_block+ [else_block] [finally_block] | finally_block)
  readonly try_stmt = this.rule("try_stmt", (): Try | TryStar => {
    const start = this.CONSUME(t.Try).startOffset;
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    const handlers: ExceptHandler[] = [];
    const stars: boolean[] = [];
    this.MANY(() => {
      const { handler, is_star } = this.SUBRULE(this.except_block);
      handlers.push(handler);
      stars.push(is_star);
      if (is_star !== stars[0] && !this.RECORDING_PHASE) this.mixed_handlers(handler);
    });
    const has_else = this.OPTION(() => this.SUBRULE(this.else_block));
    const orelse = has_else ?? [];
    const finalbody =
      this.OPTION1(() => {
        this.CONSUME(t.Finally);
        this.CONSUME1(t.Colon);
        return this.SUBRULE1(this.block);
      }) ?? [];
    if (this.RECORDING_PHASE)
      return { tag: "Try", start, end: start, body, handlers, orelse, finalbody };
    if (handlers.length === 0 && (finalbody.length === 0 || orelse.length > 0))
      this.no_handler(start);
    const end = this.suite_end;
    const tag = stars[0] === true ? "TryStar" : "Try";
    return { tag, start, end, body, handlers, orelse, finalbody };
  });

  private mixed_handlers({ start }: ExceptHandler): never {
    const message = "cannot have both 'except' and 'except*' on the same 'try'";
    throw new Failure(message, start, start + "except".length);
  }

  protected no_handler(_start: number): void {
    this.refuse(this.next(), null);
  }

  // except_block: 'except' ['*'] [expression ['as' NAME]] ':' block
  readonly except_block = this.rule(
    "except_block",
    (): { handler: ExceptHandler; is_star: boolean } => {
      const start = this.CONSUME(t.Except).startOffset;
      const is_star = this.OPTION(() => this.CONSUME(t.Star)) !== undefined;
      let name: string | null = null;
      const type =
        this.OPTION1(() => {
          const node = this.SUBRULE(this.expression);
          this.OPTION2(() => {
            this.CONSUME(t.As);
            name = this.CONSUME(t.Name).image;
          });
          return node;
        }) ?? null;
      if (type === null && is_star && !this.RECORDING_PHASE) this.refuse(this.next(), null);
      this.CONSUME(t.Colon);
      const body = this.SUBRULE(this.block);
      const end = this.suite_end;
      return { handler: { tag: "ExceptHandler", start, end, type, name, body }, is_star };
    },
  );

  // match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
  readonly match_stmt = this.rule("match_stmt", (): Match => {
    const start = this.CONSUME(t.Name).startOffset;
    const subject = this.SUBRULE(this.subject_expr);
    this.CONSUME(t.Colon);
    this.CONSUME(t.Newline);
    this.CONSUME(t.Indent);
    const cases: MatchCase[] = [];
    this.MANY(() => {
      cases.push(this.SUBRULE(this.case_block));
    });
    this.CONSUME(t.Dedent);
    return { tag: "Match", start, end: this.suite_end, subject, cases };
  });

  /** Whether the line ends in a colon, and an indented `case` comes below. */
  private is_match_statement(): boolean {
    if (this.next().tokenTypeIdx !== name_index) return false;
    let distance = 2;
    const second = this.peek(distance);
    if (second.tokenTypeIdx === newline) return false;
    let last = second;
    for (;;) {
      const token = this.peek(++distance);
      if (token.tokenTypeIdx === newline || token.startOffset >= this.text.length) break;
      last = token;
    }
    if (last.tokenTypeIdx !== colon || last === second) return false;
    return (
      this.peek(distance + 1).tokenTypeIdx === indent && this.peek(distance + 2).image === "case"
    );
  }

  // subject_expr: star_named_expression ',' [star_named_expressions] | named_expression
  readonly subject_expr = this.rule("subject_expr", (): Expression => {
    const start = this.next().startOffset;
    const first = this.SUBRULE(this.star_named_expression);
    const elts = [first];
    let is_open = true;
    let is_tuple = false;
    this.MANY(() => {
      is_tuple = true;
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION(() => {
        elts.push(this.SUBRULE1(this.star_named_expression));
        is_open = true;
      });
    });
    if (is_tuple) return { tag: "Tuple", start, end: this.previous().stop, elts, ctx: "Load" };
    if (first.tag === "Starred") this.refuse(this.next(), null);
    return first;
  });

  // case_block: "case" patterns ['if' named_expression] ':' block
  readonly case_block = this.rule("case_block", (): MatchCase => {
    const { startOffset: start, image } = this.CONSUME(t.Name);
    if (image !== "case" && !this.RECORDING_PHASE) this.refuse(this.previous(), null);
    const pattern = this.SUBRULE(this.patterns);
    const guard =
      this.OPTION(() => {
        this.CONSUME(t.If);
        return this.SUBRULE(this.named_expression);
      }) ?? null;
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    return { tag: "match_case", start, end: this.suite_end, pattern, guard, body };
  });

  // function_def: ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block
  readonly function_def = this.rule(
    "function_def",
    (
      decorator_list: readonly Expression[],
      async_start: number | null,
    ): FunctionDef | AsyncFunctionDef => {
      const keyword = this.CONSUME(t.Def).startOffset;
      const name = this.CONSUME(t.Name).image;
      const type_params = this.OPTION(() => this.SUBRULE(this.type_params)) ?? [];
      this.CONSUME(t.LeftParenthesis);
      const args = this.SUBRULE(this.parameters, { ARGS: [false] });
      this.CONSUME(t.RightParenthesis);
      const returns =
        this.OPTION1(() => {
          this.CONSUME(t.Arrow);
          return this.SUBRULE(this.expression);
        }) ?? null;
      this.CONSUME(t.Colon);
      const body = this.SUBRULE(this.block);
      const end = this.suite_end;
      const tag = async_start === null ? "FunctionDef" : "AsyncFunctionDef";
      const start = async_start ?? keyword;
      return { tag, start, end, name, args, body, decorator_list, returns, type_params };
    },
  );

  // class_def: 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
  readonly class_def = this.rule("class_def", (decorator_list: readonly Expression[]): ClassDef => {
    const start = this.CONSUME(t.Class).startOffset;
    const name = this.CONSUME(t.Name).image;
    const type_params = this.OPTION(() => this.SUBRULE(this.type_params)) ?? [];
    const given = this.OPTION1(() => {
      this.CONSUME(t.LeftParenthesis);
      const list = this.SUBRULE(this.arguments);
      this.CONSUME(t.RightParenthesis);
      if (list.generator >= 0 && !this.RECORDING_PHASE) this.generator_as_base(list.args[0]);
      return list;
    });
    const bases: readonly Expression[] = given?.args ?? [];
    const keywords: readonly Keyword[] = given?.keywords ?? [];
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    const end = this.suite_end;
    return {
      tag: "ClassDef",
      start,
      end,
      name,
      bases,
      keywords,
      body,
      decorator_list,
      type_params,
    };
  });

  private generator_as_base(base: Expression | undefined): void {
    if (base?.tag !== "GeneratorExp") return;
    const { start } = base.generators[0] ?? base;
    throw new Failure("invalid syntax", start, start + "for".length);
  }

  // decorators: ('@' named_expression NEWLINE)+
  readonly decorated = this.rule("decorated", (): Statement => {
    const decorators: Expression[] = [];
    this.AT_LEAST_ONE(() => {
      this.CONSUME(t.At);
      decorators.push(this.SUBRULE(this.named_expression));
      this.CONSUME(t.Newline);
    });
    return this.OR([
      { ALT: (): Statement => this.SUBRULE(this.function_def, { ARGS: [decorators, null] }) },
      { ALT: (): Statement => this.SUBRULE(this.class_def, { ARGS: [decorators] }) },
      {
        ALT: (): Statement => {
          const start = this.CONSUME(t.Async).startOffset;
          return this.SUBRULE1(this.function_def, { ARGS: [decorators, start] });
        },
      },
    ]);
  });

  // 'async' (function_def | with_stmt | for_stmt)
  readonly async_stmt = this.rule("async_stmt", (): Statement => {
    const start = this.CONSUME(t.Async).startOffset;
    return this.OR([
      { ALT: (): Statement => this.SUBRULE(this.function_def, { ARGS: [[], start] }) },
      { ALT: (): Statement => this.SUBRULE(this.with_stmt, { ARGS: [start] }) },
      { ALT: (): Statement => this.SUBRULE(this.for_stmt, { ARGS: [start] }) },
    ]);
  });
}
