// Text → tokens: the main loop. Layout, f-strings, numbers, names and quotes have files of their own.
import type { Span } from "../ast/node.ts";
import { Failure, YieldingFailure } from "../failure.ts";
import { Brackets } from "./brackets.ts";
import {
  BACKSLASH,
  BEYOND_ASCII,
  character_class,
  CLOSING,
  COMMENT,
  DIGIT,
  LINE_END,
  NAME,
  OPENING,
  OPERATOR,
  QUOTE,
  SPACE,
} from "./characters.ts";
import { FStrings } from "./f-strings.ts";
import { identifier, invalid_character } from "./identifiers.ts";
import { Layout } from "./layout.ts";
import { number_end } from "./numbers.ts";
import { operator_length } from "./operators.ts";
import { is_string_prefix, string_end } from "./quotes.ts";
import { Token } from "./token.ts";
import * as t from "./vocabulary.ts";

export interface Tokens {
  readonly tokens: Token[];
  /** How many there are; the parser puts end markers behind them. */
  readonly count: number;
  readonly comments: readonly Span[];
  /** Why there are no tokens for the rest of the text. */
  readonly failure: Failure | null;
  readonly is_in_f_string: boolean;
  /** The innermost bracket that is open there. */
  readonly unclosed: Token | null;
}

const name_index = t.index_of(t.Name);
const number_index = t.index_of(t.NumberLiteral);
const string_index = t.index_of(t.StringLiteral);
const stray_index = t.index_of(t.Stray);
const newline_index = t.index_of(t.Newline);
const colon_index = t.index_of(t.Colon);
const operator_table = new Map([...t.operators].map(([text, type]) => [text, t.index_of(type)]));
const keyword_table = new Map([...t.keywords].map(([text, type]) => [text, t.index_of(type)]));

/** All tokens of a text, or those before the first place of which none can be made. */
export function tokenize(text: string): Tokens {
  const null_at = text.indexOf("\0");
  if (null_at >= 0)
    throw new Failure("source code string cannot contain null bytes", null_at, null_at);
  return new Tokenizer(text).run();
}

class Tokenizer {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  readonly #comments: Span[] = [];
  readonly #brackets: Brackets;
  readonly #layout: Layout;
  readonly #f_strings: FStrings;

  constructor(text: string) {
    this.#text = text;
    this.#brackets = new Brackets(text, this.#tokens);
    this.#layout = new Layout(text, this.#tokens, this.#comments);
    this.#f_strings = new FStrings(text, this.#tokens);
  }

  run(): Tokens {
    let failure: Failure | null = null;
    try {
      this.#all();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failure = error;
    }
    const tokens = this.#tokens;
    return {
      tokens,
      count: tokens.length,
      comments: this.#comments,
      failure,
      is_in_f_string: this.#f_strings.depth > 0,
      unclosed: this.#brackets.innermost,
    };
  }

  #all(): void {
    const text = this.#text;
    const length = text.length;
    const tokens = this.#tokens;
    const brackets = this.#brackets;
    let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    at = this.#layout.line(at);
    while (at < length) {
      const unit = text.charCodeAt(at);
      switch (unit < 128 ? character_class[unit] : BEYOND_ASCII) {
        case SPACE:
          at++;
          break;
        case NAME:
        case BEYOND_ASCII:
          at = this.#name(at);
          break;
        case OPERATOR:
          at = this.#operator(at, unit);
          break;
        case OPENING:
          at = brackets.open(at, unit);
          break;
        case CLOSING:
          at = this.#close(at, unit);
          break;
        case LINE_END: {
          const next = unit === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
          if (brackets.depth > 0) {
            at = next;
            break;
          }
          tokens.push(new Token(newline_index, at, next, ""));
          at = this.#layout.line(next);
          break;
        }
        case DIGIT: {
          const stop = number_end(text, at);
          tokens.push(new Token(number_index, at, stop, text.slice(at, stop)));
          at = stop;
          break;
        }
        case QUOTE: {
          const stop = this.#string(at, at);
          tokens.push(new Token(string_index, at, stop, text.slice(at, stop)));
          at = stop;
          break;
        }
        case COMMENT:
          at = this.#comment(at);
          break;
        case BACKSLASH:
          at = this.#continuation(at);
          break;
        default:
          at = this.#stray(at, unit);
      }
    }
    this.#end();
  }

  #name(start: number): number {
    const text = this.#text;
    let at = start;
    let unit = text.charCodeAt(at);
    let is_plain = true;
    while (at < text.length) {
      if (unit >= 128) is_plain = false;
      else {
        const kind = character_class[unit];
        if (kind !== NAME && kind !== DIGIT) break;
      }
      unit = text.charCodeAt(++at);
    }
    const image = is_plain ? text.slice(start, at) : identifier(text, start, at);
    if ((unit === 34 || unit === 39) && at - start <= 2 && is_string_prefix(image)) {
      if (/f/i.test(image)) return this.#f_strings.open(start, at, this.#brackets.depth);
      const stop = this.#string(start, at);
      this.#tokens.push(new Token(string_index, start, stop, text.slice(start, stop)));
      return stop;
    }
    const length = at - start;
    const keyword = length > 1 && length < 9 && is_plain ? keyword_table.get(image) : undefined;
    this.#tokens.push(new Token(keyword ?? name_index, start, at, image));
    return at;
  }

  /** A string that does not end in a field of an f-string may be the quote behind a missing brace. */
  #string(start: number, quote: number): number {
    try {
      return string_end(this.#text, start, quote);
    } catch (error) {
      if (!(error instanceof Failure) || !this.#f_strings.is_quote(quote)) throw error;
      throw new Failure("f-string: expecting '}'", start, start);
    }
  }

  #operator(start: number, unit: number): number {
    const text = this.#text;
    if (unit === 46 && character_class[text.charCodeAt(start + 1)] === DIGIT) {
      const stop = number_end(text, start);
      this.#tokens.push(new Token(number_index, start, stop, text.slice(start, stop)));
      return stop;
    }
    if (unit === 58 && this.#f_strings.is_at_specification(this.#brackets.depth)) {
      this.#tokens.push(new Token(colon_index, start, start + 1, ":"));
      return this.#f_strings.specification(start + 1);
    }
    const length = operator_length(text, start, unit);
    const image = text.substring(start, start + length);
    const index = operator_table.get(image);
    this.#tokens.push(new Token(index ?? stray_index, start, start + length, image));
    return start + length;
  }

  #close(at: number, unit: number): number {
    if (unit === 125 && this.#f_strings.is_closing_field(this.#brackets.depth)) {
      this.#brackets.close(at, unit);
      return this.#f_strings.resume(at + 1);
    }
    if (this.#f_strings.depth > 0) this.#f_strings.check_closing(at, this.#brackets.depth);
    return this.#brackets.close(at, unit);
  }

  #stray(at: number, unit: number): number {
    const character = this.#text.charAt(at);
    if (unit < 32 || unit === 127) invalid_character(character, at);
    this.#tokens.push(new Token(stray_index, at, at + 1, character));
    return at + 1;
  }

  #comment(start: number): number {
    const text = this.#text;
    let end = start + 1;
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (unit === 10 || unit === 13) break;
    }
    this.#comments.push({ start, end });
    return end;
  }

  #continuation(at: number): number {
    const text = this.#text;
    const unit = text.charCodeAt(at + 1);
    const next = unit === 13 && text.charCodeAt(at + 2) === 10 ? at + 3 : at + 2;
    if (unit !== 10 && unit !== 13 && at + 1 < text.length)
      throw new YieldingFailure(
        "unexpected character after line continuation character",
        at + 1,
        at + 1,
      );
    if (next >= text.length) {
      this.#brackets.check_end();
      throw new YieldingFailure("unexpected EOF while parsing", at + 1, at + 1);
    }
    return next;
  }

  #end(): void {
    const end = this.#text.length;
    this.#f_strings.check_end(this.#brackets);
    this.#brackets.check_end();
    const last = this.#tokens.at(-1);
    if (last !== undefined && last.tokenTypeIdx !== newline_index && !Layout.is_layout(last))
      this.#tokens.push(new Token(newline_index, end, end, ""));
    this.#layout.close(end);
  }
}
