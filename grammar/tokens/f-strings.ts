// f-strings (PEP 701): start, middles, replacement fields and end, nested without limit of quotes.
import { Failure } from "../failure.ts";
import { last_line_of, line_of } from "./quotes.ts";
import type { Brackets } from "./brackets.ts";
import { Token } from "./token.ts";
import * as t from "./vocabulary.ts";

const start_index = t.index_of(t.FStringStart);
const middle_index = t.index_of(t.FStringMiddle);
const end_index = t.index_of(t.FStringEnd);
const nesting_limit = 150;
const field_limit = 3;

interface OpenFString {
  readonly start: number;
  readonly quote: number;
  readonly size: 1 | 3;
  readonly is_raw: boolean;
  /** The depth of brackets outside the f-string. */
  readonly outside: number;
  /** Replacement fields that are open, the innermost last: its depth of brackets, and whether in its format. */
  readonly fields: { readonly depth: number; in_specification: boolean }[];
}

/** Modes: in the text of the f-string (here) and in a field's expression (the tokenizer's main loop). */
export class FStrings {
  readonly #text: string;
  readonly #tokens: Token[];
  readonly #stack: OpenFString[] = [];
  #open: OpenFString | undefined = undefined;

  constructor(text: string, tokens: Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  get depth(): number {
    return this.#stack.length;
  }

  open(start: number, quote: number, outside: number): number {
    const text = this.#text;
    const unit = text.charCodeAt(quote);
    const is_triple = text.charCodeAt(quote + 1) === unit && text.charCodeAt(quote + 2) === unit;
    const size = is_triple ? 3 : 1;
    const is_raw = /r/i.test(text.slice(start, quote));
    if (this.#stack.length + 1 >= nesting_limit)
      throw new Failure("too many nested f-strings", quote, quote);
    this.#open = { start, quote: unit, size, is_raw, outside, fields: [] };
    this.#stack.push(this.#open);
    const after = quote + size;
    this.#tokens.push(new Token(start_index, start, after, text.slice(start, after)));
    return this.#middle(after);
  }

  /** Whether the quotes at a place are those of the innermost f-string. */
  is_quote(at: number): boolean {
    const open = this.#open;
    if (open === undefined || open.quote !== this.#text.charCodeAt(at)) return false;
    const is_triple =
      this.#text.charCodeAt(at + 1) === open.quote && this.#text.charCodeAt(at + 2) === open.quote;
    return is_triple === (open.size === 3);
  }

  /** Whether a colon at this depth begins the format of the innermost field. */
  is_at_specification(depth: number): boolean {
    return this.#open?.fields.at(-1)?.depth === depth;
  }

  specification(at: number): number {
    const field = this.#open?.fields.at(-1);
    if (field !== undefined) field.in_specification = true;
    return this.#middle(at);
  }

  /** Whether a closing brace at this depth ends the innermost field. */
  is_closing_field(depth: number): boolean {
    return this.#open?.fields.at(-1)?.depth === depth;
  }

  /** Behind the closing brace of a field: back to the text around it. */
  resume(at: number): number {
    this.#open?.fields.pop();
    return this.#middle(at);
  }

  check_closing(at: number, depth: number): void {
    const field = this.#open?.fields.at(-1);
    if (field === undefined || depth !== field.depth) return;
    const closing = this.#text.charAt(at);
    if (closing === "}") return;
    throw new Failure(`f-string: unmatched '${closing}'`, at, at);
  }

  /** At the end of the file no f-string may be open; in a field, a bracket is to blame. */
  check_end(brackets: Brackets): void {
    const open = this.#open;
    if (open === undefined) return;
    const field = open.fields.at(-1);
    const is_text = field === undefined || (field.in_specification && open.size === 3);
    if (!is_text) brackets.check_end();
    this.#unterminated(open, last_line_of(this.#text));
  }

  #unterminated(open: OpenFString, line: number): never {
    const kind = open.size === 3 ? "triple-quoted f-string" : "f-string";
    const message = `unterminated ${kind} literal (detected at line ${line})`;
    throw new Failure(message, open.start, open.start);
  }

  /** Reads text up to a field, the end of the field around it, or the closing quote. */
  #middle(start: number): number {
    const open = this.#open;
    const text = this.#text;
    if (open === undefined) return start;
    const in_specification = open.fields.at(-1)?.in_specification === true;
    let from = start;
    let at = start;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === open.quote && this.#is_end(open, at)) {
        this.#text_until(from, at);
        return this.#close(open, at);
      }
      if (unit === 10 || unit === 13) {
        if (open.size === 3 && !in_specification) continue;
        if (in_specification) return this.#text_until(from, at);
        return this.#unterminated(open, line_of(text, at));
      }
      if (unit === 123) {
        if (text.charCodeAt(at + 1) !== 123 || in_specification) {
          this.#text_until(from, at);
          return this.#field(open, at);
        }
        this.#text_until(from, at + 1, at + 2);
        from = ++at + 1;
      } else if (unit === 125) {
        if (in_specification) return this.#text_until(from, at);
        if (text.charCodeAt(at + 1) !== 125)
          throw new Failure("f-string: single '}' is not allowed", at, at);
        this.#text_until(from, at + 1, at + 2);
        from = ++at + 1;
      } else if (unit === 92) at = this.#escape(open, at);
    }
    return this.#unterminated(open, last_line_of(text));
  }

  /** The last character of the escape that begins at `at`. */
  #escape(open: OpenFString, at: number): number {
    const text = this.#text;
    const next = text.charCodeAt(at + 1);
    if (next === 123 || next === 125) return at;
    if (next === 13 && text.charCodeAt(at + 2) === 10) return at + 2;
    if (!open.is_raw && next === 78 && text.charCodeAt(at + 2) === 123) {
      const name = /\{[^{}'"\n\r]*\}/y;
      name.lastIndex = at + 2;
      const found = name.exec(text);
      return found === null ? at + 2 : at + 1 + found[0].length;
    }
    return at + 1;
  }

  #is_end(open: OpenFString, at: number): boolean {
    if (open.size === 1) return true;
    return (
      this.#text.charCodeAt(at + 1) === open.quote && this.#text.charCodeAt(at + 2) === open.quote
    );
  }

  /** A doubled brace counts to the token's span, but not to its text. */
  #text_until(from: number, at: number, stop = at): number {
    if (at > from)
      this.#tokens.push(new Token(middle_index, from, stop, this.#text.slice(from, at)));
    return at;
  }

  /** Registers the field; its `{` is read by the main loop, which then is in the field's expression. */
  #field(open: OpenFString, at: number): number {
    if (open.fields.length >= field_limit)
      throw new Failure("f-string: expressions nested too deeply", at - 1, at - 1);
    open.fields.push({ depth: open.outside + open.fields.length + 1, in_specification: false });
    return at;
  }

  #close(open: OpenFString, at: number): number {
    const after = at + open.size;
    this.#tokens.push(new Token(end_index, at, after, this.#text.slice(at, after)));
    this.#stack.pop();
    this.#open = this.#stack.at(-1);
    return after;
  }
}
