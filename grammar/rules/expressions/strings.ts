// "String literals" and "f-strings" (PEP 701).
import type { Constant, Expression, FormattedValue, JoinedStr } from "../../ast/expressions.ts";
import { Failure } from "../../failure.ts";
import { character_named } from "../../../runtime/encodings/character-names.ts";
import {
  concatenated,
  joined_values,
  middle_text,
  string_constant,
  unix_lines,
} from "../../literals/strings.ts";
import type { Token } from "../../tokens/token.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Atoms } from "./atoms.ts";

const string_index = t.index_of(t.StringLiteral);
const start_index = t.index_of(t.FStringStart);

export abstract class Strings extends Atoms {
  protected text = "";

  // strings: (STRING | fstring)+
  readonly strings = this.rule("strings", (): Expression => {
    const start = this.next().startOffset;
    const first = this.SUBRULE(this.string);
    const { tokenTypeIdx } = this.next();
    if (tokenTypeIdx !== string_index && tokenTypeIdx !== start_index && !this.RECORDING_PHASE)
      return first;
    return this.adjacent(first, start);
  });

  private adjacent(first: Expression, start: number): Expression {
    const parts = [first];
    this.MANY(() => {
      parts.push(this.SUBRULE1(this.string));
    });
    if (this.RECORDING_PHASE) return first;
    return concatenated(parts, start, this.previous().stop, this.next().startOffset);
  }

  readonly string = this.rule("string", (): Expression => this.OR(this.string_kinds));
  private readonly string_kinds = [
    {
      ALT: (): Expression => {
        const token = this.CONSUME(t.StringLiteral) as Token;
        if (this.RECORDING_PHASE) return placeholder;
        return string_constant(token, character_named);
      },
    },
    { ALT: (): Expression => this.SUBRULE(this.fstring) },
  ];

  // fstring: FSTRING_START (FSTRING_MIDDLE | fstring_replacement_field)* FSTRING_END
  readonly fstring = this.rule("fstring", (): JoinedStr => {
    const { startOffset: start, image } = this.CONSUME(t.FStringStart);
    const is_raw = /r/i.test(image);
    const values: Expression[] = [];
    this.MANY(() => {
      this.OR([
        { ALT: () => values.push(this.SUBRULE(this.fstring_middle, { ARGS: [is_raw] })) },
        { ALT: () => this.SUBRULE(this.fstring_field, { ARGS: [is_raw, values] }) },
      ]);
    });
    this.CONSUME(t.FStringEnd);
    return {
      tag: "JoinedStr",
      start,
      end: this.previous().stop,
      values: joined_values(this.RECORDING_PHASE ? [] : values),
    };
  });

  readonly fstring_middle = this.rule("fstring_middle", (is_raw: boolean): Constant => {
    const token = this.CONSUME(t.FStringMiddle) as Token;
    if (this.RECORDING_PHASE) return placeholder;
    const { startOffset: start, stop: end } = token;
    const value = middle_text(token, this.next(), is_raw, character_named);
    return { tag: "Constant", start, end, value, kind: null };
  });

  // fstring_replacement_field:
  //     '{' annotated_rhs ['='] ['!' NAME] [':' fstring_format_spec*] '}'
  readonly fstring_field = this.rule(
    "fstring_field",
    (is_raw: boolean, into: Expression[]): void => {
      const start = this.CONSUME(t.LeftBrace).startOffset;
      const value = this.OR([
        { ALT: (): Expression => this.SUBRULE(this.yield_expr) },
        { ALT: (): Expression => this.SUBRULE(this.star_expressions) },
      ]);
      const debug = this.OPTION((): Constant => {
        this.CONSUME(t.Equal);
        return this.debug_text(start + 1);
      });
      const written = this.OPTION1(() => this.SUBRULE(this.fstring_conversion));
      const format_spec =
        this.OPTION2(() => this.SUBRULE(this.fstring_format_spec, { ARGS: [is_raw] })) ?? null;
      this.CONSUME(t.RightBrace);
      const is_repr = debug !== undefined && written === undefined && format_spec === null;
      const conversion = written ?? (is_repr ? 114 : -1);
      const end = this.previous().stop;
      const field: FormattedValue = {
        tag: "FormattedValue",
        start,
        end,
        value,
        conversion,
        format_spec,
      };
      if (this.RECORDING_PHASE) return;
      if (debug !== undefined) into.push(debug);
      into.push(field);
    },
  );

  /** `{x = }` shows its own text: up to the token behind `=`, without comments. */
  private debug_text(start: number): Constant {
    const end = this.next().startOffset;
    const text = unix_lines(this.text.slice(start, end));
    const value = text.includes("#") ? without_comments(text) : text;
    return { tag: "Constant", start, end, value: { type: "str", value }, kind: null };
  }

  // fstring_conversion: '!' NAME
  readonly fstring_conversion = this.rule("fstring_conversion", (): 97 | 114 | 115 => {
    const mark = this.CONSUME(t.Exclamation) as Token;
    const name = this.CONSUME(t.Name) as Token;
    if (this.RECORDING_PHASE) return 97;
    if (mark.stop !== name.startOffset)
      throw new Failure(
        "f-string: conversion type must come right after the exclamanation mark",
        name.startOffset,
        name.stop,
      );
    if (name.image === "r") return 114;
    if (name.image === "s") return 115;
    if (name.image === "a") return 97;
    throw new Failure(
      `f-string: invalid conversion character '${name.image}': expected 's', 'r', or 'a'`,
      name.startOffset,
      name.stop,
    );
  });

  // fstring_format_spec: FSTRING_MIDDLE | fstring_replacement_field
  readonly fstring_format_spec = this.rule("fstring_format_spec", (is_raw: boolean): JoinedStr => {
    const start = this.CONSUME(t.Colon).startOffset;
    const values: Expression[] = [];
    this.MANY(() => {
      this.OR([
        { ALT: () => values.push(this.SUBRULE(this.fstring_middle, { ARGS: [is_raw] })) },
        { ALT: () => this.SUBRULE(this.fstring_field, { ARGS: [is_raw, values] }) },
      ]);
    });
    return {
      tag: "JoinedStr",
      start,
      end: this.previous().stop,
      values: joined_values(this.RECORDING_PHASE ? [] : values),
    };
  });
}

const placeholder: Constant = {
  tag: "Constant",
  start: 0,
  end: 0,
  value: { type: "None" },
  kind: null,
};

/** Comments end with their line, and count only outside of quotes. */
function without_comments(text: string): string {
  return text.replace(/("[^"\n]*"|'[^'\n]*')|#[^\n]*/g, (written, quoted: string | undefined) =>
    quoted === undefined ? "" : written,
  );
}
