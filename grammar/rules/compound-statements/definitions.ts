// "Function definitions", "Class definitions" and their decorators.
import type {
  AsyncFunctionDef,
  ClassDef,
  FunctionDef,
  Statement,
} from "../../ast/compound-statements.ts";
import type { Expression, Keyword } from "../../ast/expressions.ts";
import { Failure } from "../../failure.ts";
import * as t from "../../tokens/vocabulary.ts";
import { MatchStatement } from "./match.ts";

export abstract class Definitions extends MatchStatement {
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
}
