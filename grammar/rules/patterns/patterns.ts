// "Patterns" of the match statement.
import type { ConstantValue } from "../../ast/expressions.ts";
import type { Pattern } from "../../ast/patterns.ts";
import { Failure } from "../../failure.ts";
import * as t from "../../tokens/vocabulary.ts";
import { MappingPatterns } from "./mappings.ts";

const dot = t.index_of(t.Dot);
const parenthesis = t.index_of(t.LeftParenthesis);

export abstract class Patterns extends MappingPatterns {
  // pattern: or_pattern ['as' NAME]
  readonly pattern = this.rule("pattern", (): Pattern => {
    const start = this.next().startOffset;
    const pattern = this.SUBRULE(this.or_pattern);
    const as_pattern = this.OPTION((): Pattern => {
      this.CONSUME(t.As);
      const { image: name } = this.CONSUME(t.Name);
      const { startOffset, stop } = this.previous();
      if (name === "_") throw new Failure("cannot use '_' as a target", startOffset, stop);
      const after = this.next().tokenTypeIdx;
      if (after === dot || after === parenthesis)
        throw new Failure("invalid pattern target", startOffset, stop);
      return { tag: "MatchAs", start, end: stop, pattern, name };
    });
    return as_pattern ?? pattern;
  });

  // or_pattern: '|'.closed_pattern+
  readonly or_pattern = this.rule("or_pattern", (): Pattern => {
    const start = this.next().startOffset;
    const patterns = [this.SUBRULE(this.closed_pattern)];
    this.MANY(() => {
      this.CONSUME(t.VerticalBar);
      patterns.push(this.SUBRULE1(this.closed_pattern));
    });
    const first = patterns[0] as Pattern;
    if (patterns.length === 1) return first;
    return { tag: "MatchOr", start, end: this.previous().stop, patterns };
  });

  // closed_pattern: literal_pattern | capture_pattern | wildcard_pattern | value_pattern
  //     | group_pattern | sequence_pattern | mapping_pattern | class_pattern
  readonly closed_pattern = this.rule("closed_pattern", (): Pattern =>
    this.OR([
      { ALT: (): Pattern => this.SUBRULE(this.named_pattern) },
      { ALT: (): Pattern => this.SUBRULE(this.parenthesised_pattern) },
      { ALT: (): Pattern => this.SUBRULE(this.bracketed_pattern) },
      { ALT: (): Pattern => this.SUBRULE(this.mapping_pattern) },
      {
        ALT: (): Pattern => {
          const value = this.SUBRULE(this.literal_expression);
          const { start, end } = value;
          if (value.tag === "Constant" && is_singleton(value.value))
            return { tag: "MatchSingleton", start, end, value: value.value };
          return { tag: "MatchValue", start, end, value };
        },
      },
    ]),
  );
}

function is_singleton(value: ConstantValue): boolean {
  return value.type === "None" || value.type === "bool";
}
