// "The type statement" and "Type parameter lists".
import type { Name } from "../../ast/expressions.ts";
import type { TypeAlias } from "../../ast/simple-statements.ts";
import type { TypeParameter } from "../../ast/type-parameters.ts";
import type { Token } from "../../tokens/token.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Assignments } from "./assignment.ts";

const name_index = t.index_of(t.Name);

export abstract class TypeAliases extends Assignments {
  protected is_type_alias(first: Token): boolean {
    return first.tokenTypeIdx === name_index && this.peek(2).tokenTypeIdx === name_index;
  }

  // type_alias: "type" NAME [type_params] '=' expression
  readonly type_alias = this.rule("type_alias", (): TypeAlias => {
    const start = this.CONSUME(t.Name).startOffset;
    const { startOffset, image: id } = this.CONSUME1(t.Name);
    const name: Name = {
      tag: "Name",
      start: startOffset,
      end: this.previous().stop,
      id,
      ctx: "Store",
    };
    const type_params = this.OPTION(() => this.SUBRULE(this.type_params)) ?? [];
    this.CONSUME(t.Equal);
    const value = this.SUBRULE(this.expression);
    return { tag: "TypeAlias", start, end: this.previous().stop, name, type_params, value };
  });

  // type_params: '[' ','.type_param+ [','] ']'
  readonly type_params = this.rule("type_params", (): readonly TypeParameter[] => {
    this.CONSUME(t.LeftBracket);
    const list = [this.SUBRULE(this.type_param)];
    let is_open = true;
    this.MANY(() => {
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION(() => {
        list.push(this.SUBRULE1(this.type_param));
        is_open = true;
      });
    });
    this.CONSUME(t.RightBracket);
    return list;
  });

  // type_param: NAME [':' expression] ['=' expression] | '*' NAME ['=' star_expression] | '**' NAME ['=' expression]
  readonly type_param = this.rule("type_param", (): TypeParameter =>
    this.OR([
      {
        ALT: (): TypeParameter => {
          const { startOffset: start, image: name } = this.CONSUME(t.Name);
          const bound =
            this.OPTION(() => {
              this.CONSUME(t.Colon);
              return this.SUBRULE(this.expression);
            }) ?? null;
          const default_value =
            this.OPTION1(() => {
              this.CONSUME(t.Equal);
              return this.SUBRULE1(this.expression);
            }) ?? null;
          const end = this.previous().stop;
          return { tag: "TypeVar", start, end, name, bound, default_value };
        },
      },
      {
        ALT: (): TypeParameter => {
          const { startOffset: start } = this.CONSUME(t.Star);
          const { image: name } = this.CONSUME1(t.Name);
          const default_value =
            this.OPTION2(() => {
              this.CONSUME1(t.Equal);
              return this.SUBRULE(this.star_expression);
            }) ?? null;
          return { tag: "TypeVarTuple", start, end: this.previous().stop, name, default_value };
        },
      },
      {
        ALT: (): TypeParameter => {
          const { startOffset: start } = this.CONSUME(t.DoubleStar);
          const { image: name } = this.CONSUME2(t.Name);
          const default_value =
            this.OPTION3(() => {
              this.CONSUME2(t.Equal);
              return this.SUBRULE2(this.expression);
            }) ?? null;
          return { tag: "ParamSpec", start, end: this.previous().stop, name, default_value };
        },
      },
    ]),
  );
}
