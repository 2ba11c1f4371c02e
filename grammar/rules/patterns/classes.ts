// "Capture patterns", "Wildcard patterns", "Value patterns" and "Class patterns": what a name begins.
import type { Expression } from "../../ast/expressions.ts";
import type { Pattern } from "../../ast/patterns.ts";
import { Failure } from "../../failure.ts";
import * as t from "../../tokens/vocabulary.ts";
import { SequencePatterns } from "./sequences.ts";

const equal = t.index_of(t.Equal);
const name_index = t.index_of(t.Name);

interface ClassArguments {
  readonly patterns: Pattern[];
  readonly kwd_attrs: string[];
  readonly kwd_patterns: Pattern[];
}

export abstract class ClassPatterns extends SequencePatterns {
  // capture_pattern: NAME ; wildcard_pattern: '_' ; value_pattern: NAME ('.' NAME)+
  // class_pattern: NAME ('.' NAME)* '(' [class_arguments] ')'
  readonly named_pattern = this.rule("named_pattern", (): Pattern => {
    const start = this.next().startOffset;
    const value = this.SUBRULE(this.name_or_attr);
    const called = this.OPTION((): Pattern => {
      this.CONSUME(t.LeftParenthesis);
      const found: ClassArguments = { patterns: [], kwd_attrs: [], kwd_patterns: [] };
      this.OPTION1(() => {
        this.SUBRULE(this.class_argument, { ARGS: [found] });
        let is_open = true;
        this.MANY(() => {
          if (!is_open) this.refuse(this.next(), null);
          this.CONSUME(t.Comma);
          is_open = false;
          this.OPTION2(() => {
            this.SUBRULE1(this.class_argument, { ARGS: [found] });
            is_open = true;
          });
        });
      });
      this.CONSUME(t.RightParenthesis);
      return { tag: "MatchClass", start, end: this.previous().stop, cls: value, ...found };
    });
    if (called !== undefined) return called;
    const { end } = value;
    if (value.tag !== "Name") return { tag: "MatchValue", start, end, value };
    const name = value.id === "_" ? null : value.id;
    return { tag: "MatchAs", start, end, pattern: null, name };
  });

  // name_or_attr: '.'.NAME+
  readonly name_or_attr = this.rule("name_or_attr", (): Expression => {
    const { startOffset: start, image: id } = this.CONSUME(t.Name);
    let node: Expression = { tag: "Name", start, end: this.previous().stop, id, ctx: "Load" };
    this.MANY(() => {
      this.CONSUME(t.Dot);
      const attr = this.CONSUME1(t.Name).image;
      const end = this.previous().stop;
      node = { tag: "Attribute", start, end, value: node, attr, ctx: "Load" };
    });
    return node;
  });

  // class_argument: pattern | NAME '=' pattern
  readonly class_argument = this.rule("class_argument", (found: ClassArguments): void => {
    const is_keyword =
      this.next().tokenTypeIdx === name_index && this.peek(2).tokenTypeIdx === equal;
    const attr = this.OPTION({
      GATE: () => is_keyword,
      DEF: () => {
        const { image } = this.CONSUME(t.Name);
        this.CONSUME(t.Equal);
        return image;
      },
    });
    const pattern = this.SUBRULE(this.pattern);
    if (this.RECORDING_PHASE) return;
    if (attr === undefined) {
      if (found.kwd_attrs.length > 0)
        throw new Failure(
          "positional patterns follow keyword patterns",
          pattern.start,
          pattern.end,
        );
      found.patterns.push(pattern);
    } else {
      found.kwd_attrs.push(attr);
      found.kwd_patterns.push(pattern);
    }
  });
}
