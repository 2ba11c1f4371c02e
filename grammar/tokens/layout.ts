// Lines and indentation: Indent and Dedent tokens, blank lines and lines of comments passed over.
import type { Span } from "../ast/node.ts";
import { YieldingFailure } from "../failure.ts";
import { Token } from "./token.ts";
import * as t from "./vocabulary.ts";

const indent_index = t.index_of(t.Indent);
const dedent_index = t.index_of(t.Dedent);
const tab_size = 8;
const limit = 100;

/** Two widths per level, as CPython keeps them: tabs to multiples of eight, and tabs as one. */
export class Layout {
  readonly #text: string;
  readonly #tokens: Token[];
  readonly #comments: Span[];
  readonly #widths = [0];
  readonly #tabless_widths = [0];

  static is_layout(token: Token): boolean {
    return token.tokenTypeIdx === indent_index || token.tokenTypeIdx === dedent_index;
  }

  constructor(text: string, tokens: Token[], comments: Span[]) {
    this.#text = text;
    this.#tokens = tokens;
    this.#comments = comments;
  }

  /** Reads from the start of a line to its first token, over as many empty lines as there are. */
  line(start: number): number {
    const text = this.#text;
    const length = text.length;
    let at = start;
    let width = 0;
    let tabless = 0;
    for (; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 32) {
        width++;
        tabless++;
      } else if (unit === 9) {
        width = (Math.floor(width / tab_size) + 1) * tab_size;
        tabless++;
      } else if (unit === 12) width = tabless = 0;
      else if (unit === 10 || unit === 13) width = tabless = 0;
      else if (unit === 35) {
        const end = this.#comment_end(at);
        this.#comments.push({ start: at, end });
        at = end - 1;
      } else if (unit === 92) {
        const continued = this.#continuation(at);
        if (continued < 0 && at + 1 < length) this.#broken_continuation(at);
        if (continued < 0) break;
        // CPython keeps the first width when a line of white space goes on behind a backslash
        const [first, first_tabless] = [width, tabless];
        at = this.#skip_blank(continued);
        if (text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13) {
          width = tabless = 0;
          continue;
        }
        width = first === 0 ? this.#width_between(continued, at) : first;
        tabless = first === 0 ? at - continued : first_tabless;
        break;
      } else break;
    }
    if (at < length) this.#indent(at, width, tabless);
    return at;
  }

  /** At the end of the file every open level is closed. */
  close(end: number): void {
    for (; this.#widths.length > 1; this.#widths.pop())
      this.#tokens.push(new Token(dedent_index, end, end, ""));
  }

  #comment_end(start: number): number {
    const text = this.#text;
    for (let at = start; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 10 || unit === 13) return at;
    }
    return text.length;
  }

  #continuation(at: number): number {
    const unit = this.#text.charCodeAt(at + 1);
    if (unit === 13) return this.#text.charCodeAt(at + 2) === 10 ? at + 3 : at + 2;
    return unit === 10 ? at + 2 : -1;
  }

  #skip_blank(start: number): number {
    let at = start;
    while (/[ \t\f]/.test(this.#text.charAt(at))) at++;
    return at;
  }

  #width_between(start: number, end: number): number {
    let width = 0;
    for (let at = start; at < end; at++)
      width =
        this.#text.charCodeAt(at) === 9 ? (Math.floor(width / tab_size) + 1) * tab_size : width + 1;
    return width;
  }

  #indent(at: number, width: number, tabless: number): void {
    const widths = this.#widths;
    const tabless_widths = this.#tabless_widths;
    const current = widths.at(-1) ?? 0;
    const current_tabless = tabless_widths.at(-1) ?? 0;
    if (width === current) {
      if (tabless !== current_tabless) this.#inconsistent(at);
      return;
    }
    if (width > current) {
      if (widths.length >= limit) this.#too_deep(at);
      if (tabless <= current_tabless) this.#inconsistent(at);
      widths.push(width);
      tabless_widths.push(tabless);
      this.#tokens.push(new Token(indent_index, at, at, ""));
      return;
    }
    const level = widths.findLastIndex((outer) => outer <= width);
    if (width !== widths[level]) {
      const end = this.#comment_end(at);
      const message = "unindent does not match any outer indentation level";
      throw new YieldingFailure(message, end, end, "IndentationError");
    }
    if (tabless !== tabless_widths[level]) this.#inconsistent(at);
    for (; widths.length > level + 1; widths.pop(), tabless_widths.pop())
      this.#tokens.push(new Token(dedent_index, at, at, ""));
  }

  #inconsistent(at: number): never {
    const start = this.#line_start(at);
    const message = "inconsistent use of tabs and spaces in indentation";
    throw new YieldingFailure(message, start, start, "TabError");
  }

  #too_deep(at: number): never {
    const start = this.#line_start(at);
    throw new YieldingFailure("too many levels of indentation", start, start, "IndentationError");
  }

  #line_start(at: number): number {
    let start = at;
    while (start > 0 && !/[\r\n]/.test(this.#text.charAt(start - 1))) start--;
    return start;
  }

  #broken_continuation(at: number): never {
    const message = "unexpected character after line continuation character";
    throw new YieldingFailure(message, at + 1, at + 1);
  }
}
