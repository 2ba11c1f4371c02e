// "Mapping patterns".
import type { Expression } from "../../ast/expressions.ts";
import type { Pattern } from "../../ast/patterns.ts";
import * as t from "../../tokens/vocabulary.ts";
import { ClassPatterns } from "./classes.ts";

export abstract class MappingPatterns extends ClassPatterns {
  // mapping_pattern: '{' [','.(key_value_pattern | '**' NAME)+ [',']] '}'
  // key_value_pattern: (literal_expression | attr) ':' pattern
  readonly mapping_pattern = this.rule("mapping_pattern", (): Pattern => {
    const start = this.CONSUME(t.LeftBrace).startOffset;
    const keys: Expression[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    const item = (name: string | null): void => {
      if (name !== null) rest = name;
    };
    this.OPTION(() => {
      item(this.SUBRULE(this.mapping_item, { ARGS: [keys, patterns] }));
      let is_open = true;
      this.MANY(() => {
        if (!is_open) this.refuse(this.next(), null);
        this.CONSUME(t.Comma);
        is_open = false;
        this.OPTION1(() => {
          if (rest !== null) this.refuse(this.next(), null);
          item(this.SUBRULE1(this.mapping_item, { ARGS: [keys, patterns] }));
          is_open = true;
        });
      });
    });
    this.CONSUME(t.RightBrace);
    return { tag: "MatchMapping", start, end: this.previous().stop, keys, patterns, rest };
  });

  readonly mapping_item = this.rule(
    "mapping_item",
    (keys: Expression[], patterns: Pattern[]): string | null =>
      this.OR([
        {
          ALT: (): string | null => {
            this.CONSUME(t.DoubleStar);
            const { image } = this.CONSUME(t.Name);
            if (image === "_") this.refuse(this.previous(), null);
            return image;
          },
        },
        {
          ALT: (): string | null => {
            const key = this.OR1([
              { ALT: (): Expression => this.SUBRULE(this.literal_expression) },
              { ALT: (): Expression => this.SUBRULE(this.name_or_attr) },
            ]);
            if (key.tag === "Name") this.refuse(this.next(), null);
            this.CONSUME(t.Colon);
            const pattern = this.SUBRULE(this.pattern);
            if (this.RECORDING_PHASE) return null;
            keys.push(key);
            patterns.push(pattern);
            return null;
          },
        },
      ]),
  );
}
