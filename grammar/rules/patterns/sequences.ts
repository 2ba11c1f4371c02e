// "Group patterns" and "Sequence patterns".
import type { MatchStar, Pattern } from "../../ast/patterns.ts";
import type { Rule } from "../../engine.ts";
import * as t from "../../tokens/vocabulary.ts";
import { LiteralPatterns } from "./literals.ts";

const comma = t.index_of(t.Comma);

export abstract class SequencePatterns extends LiteralPatterns {
  abstract readonly pattern: Rule<[], Pattern>;

  // patterns: open_sequence_pattern | pattern
  readonly patterns = this.rule("patterns", (): Pattern => {
    const start = this.next().startOffset;
    const first = this.SUBRULE(this.maybe_star_pattern);
    if (this.next().tokenTypeIdx !== comma && !this.RECORDING_PHASE) {
      if (first.tag === "MatchStar") this.refuse(this.next(), null);
      return first;
    }
    const patterns = [first];
    this.more_patterns(patterns);
    return { tag: "MatchSequence", start, end: this.previous().stop, patterns };
  });

  /** (',' maybe_star_pattern)* [','] */
  protected more_patterns(patterns: Pattern[]): void {
    let is_open = true;
    this.MANY(() => {
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION(() => {
        patterns.push(this.SUBRULE1(this.maybe_star_pattern));
        is_open = true;
      });
    });
  }

  // maybe_star_pattern: star_pattern | pattern
  readonly maybe_star_pattern = this.rule("maybe_star_pattern", (): Pattern =>
    this.OR([
      { ALT: (): Pattern => this.SUBRULE(this.star_pattern) },
      { ALT: (): Pattern => this.SUBRULE(this.pattern) },
    ]),
  );

  // star_pattern: '*' NAME
  readonly star_pattern = this.rule("star_pattern", (): MatchStar => {
    const start = this.CONSUME(t.Star).startOffset;
    const { image } = this.CONSUME(t.Name);
    const name = image === "_" ? null : image;
    return { tag: "MatchStar", start, end: this.previous().stop, name };
  });

  // group_pattern: '(' pattern ')' ; sequence_pattern: '(' [open_sequence_pattern] ')'
  readonly parenthesised_pattern = this.rule("parenthesised_pattern", (): Pattern => {
    const start = this.CONSUME(t.LeftParenthesis).startOffset;
    const patterns: Pattern[] = [];
    let is_sequence = true;
    this.OPTION1(() => {
      const first = this.SUBRULE(this.maybe_star_pattern);
      patterns.push(first);
      is_sequence = this.next().tokenTypeIdx === comma || first.tag === "MatchStar";
      this.more_patterns(patterns);
    });
    const trailing = this.previous().tokenTypeIdx === comma;
    this.CONSUME(t.RightParenthesis);
    const first = patterns[0];
    if (!is_sequence && first !== undefined) return first;
    if (first?.tag === "MatchStar" && patterns.length === 1 && !trailing)
      this.refuse(this.previous(), null);
    return { tag: "MatchSequence", start, end: this.previous().stop, patterns };
  });

  // sequence_pattern: '[' [maybe_sequence_pattern] ']'
  readonly bracketed_pattern = this.rule("bracketed_pattern", (): Pattern => {
    const start = this.CONSUME(t.LeftBracket).startOffset;
    const patterns: Pattern[] = [];
    this.OPTION1(() => {
      patterns.push(this.SUBRULE(this.maybe_star_pattern));
      this.more_patterns(patterns);
    });
    this.CONSUME(t.RightBracket);
    return { tag: "MatchSequence", start, end: this.previous().stop, patterns };
  });
}
