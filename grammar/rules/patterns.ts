// "Patterns" of the match statement.
import type { Constant, ConstantValue, Expression } from "../ast/expressions.ts";
import type { MatchStar, Pattern } from "../ast/patterns.ts";
import { Failure } from "../failure.ts";
import { number_value } from "../literals/numbers.ts";
import * as t from "../tokens/vocabulary.ts";
import { Parameters } from "./expressions/parameters.ts";

const comma = t.index_of(t.Comma);
const dot = t.index_of(t.Dot);
const parenthesis = t.index_of(t.LeftParenthesis);
const equal = t.index_of(t.Equal);
const name_index = t.index_of(t.Name);

interface ClassArguments {
  readonly patterns: Pattern[];
  readonly kwd_attrs: string[];
  readonly kwd_patterns: Pattern[];
}

export abstract class Patterns extends Parameters {
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
  private more_patterns(patterns: Pattern[]): void {
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

  // literal_expression: signed_number | complex_number | strings | 'None' | 'True' | 'False'
  readonly literal_expression = this.rule("literal_expression", (): Expression =>
    this.OR([
      { ALT: (): Expression => this.SUBRULE(this.pattern_number) },
      {
        ALT: (): Expression => {
          const value = this.SUBRULE(this.strings);
          if (value.tag === "JoinedStr")
            throw new Failure(
              "patterns may only match literals and attribute lookups",
              value.start,
              value.end,
            );
          return value;
        },
      },
      {
        ALT: (): Expression => {
          this.CONSUME(t.None_);
          return this.singleton({ type: "None" });
        },
      },
      {
        ALT: (): Expression => {
          this.CONSUME(t.True_);
          return this.singleton({ type: "bool", value: true });
        },
      },
      {
        ALT: (): Expression => {
          this.CONSUME(t.False_);
          return this.singleton({ type: "bool", value: false });
        },
      },
    ]),
  );

  private singleton(value: ConstantValue): Constant {
    const { startOffset: start, stop: end } = this.previous();
    return { tag: "Constant", start, end, value, kind: null };
  }

  // complex_number: signed_real_number ('+' | '-') imaginary_number ; signed_number: ['-'] NUMBER
  readonly pattern_number = this.rule("pattern_number", (): Expression => {
    const start = this.next().startOffset;
    const left = this.SUBRULE(this.signed_number);
    const complex = this.OPTION((): Expression => {
      const op = this.OR([
        { ALT: () => (this.CONSUME(t.Plus), "Add" as const) },
        { ALT: () => (this.CONSUME(t.Minus), "Sub" as const) },
      ]);
      const right = this.SUBRULE(this.unsigned_number);
      const real = left.tag === "UnaryOp" ? left.operand : left;
      if (real.tag === "Constant" && real.value.type === "complex")
        throw new Failure("real number required in complex literal", left.start, left.end);
      if (right.tag === "Constant" && right.value.type !== "complex" && !this.RECORDING_PHASE)
        throw new Failure("imaginary number required in complex literal", right.start, right.end);
      return { tag: "BinOp", start, end: this.previous().stop, left, op, right };
    });
    return complex ?? left;
  });

  readonly signed_number = this.rule("signed_number", (): Expression => {
    const start = this.next().startOffset;
    const minus = this.OPTION(() => this.CONSUME(t.Minus));
    const operand = this.SUBRULE(this.unsigned_number);
    if (minus === undefined) return operand;
    return { tag: "UnaryOp", start, end: this.previous().stop, op: "USub", operand };
  });

  readonly unsigned_number = this.rule("unsigned_number", (): Expression => {
    const text = this.CONSUME(t.NumberLiteral).image;
    return this.singleton(this.RECORDING_PHASE ? { type: "None" } : number_value(text));
  });

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

function is_singleton(value: ConstantValue): boolean {
  return value.type === "None" || value.type === "bool";
}
