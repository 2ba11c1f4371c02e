// Open brackets: their pairs, their depth, and CPython's words for those that do not match.
import { Failure, YieldingFailure } from "../failure.ts";
import { line_of } from "./quotes.ts";
import { Token } from "./token.ts";
import * as t from "./vocabulary.ts";

const limit = 200;
const kinds = new Map(
  [
    t.LeftParenthesis,
    t.RightParenthesis,
    t.LeftBracket,
    t.RightBracket,
    t.LeftBrace,
    t.RightBrace,
  ].map((type) => {
    const text = t.written_as(t.index_of(type));
    return [text.charCodeAt(0), { index: t.index_of(type), text }];
  }),
);

/** Depth grows with each opening bracket, the `{` of a replacement field included. */
export class Brackets {
  readonly #text: string;
  readonly #tokens: Token[];
  readonly #open: Token[] = [];
  depth = 0;

  constructor(text: string, tokens: Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  get innermost(): Token | null {
    return this.#open.at(-1) ?? null;
  }

  open(at: number, unit: number): number {
    if (this.depth >= limit) throw new Failure("too many nested parentheses", at, at);
    this.#open.push(this.#push(at, unit));
    this.depth++;
    return at + 1;
  }

  close(at: number, unit: number): number {
    const opening = this.#open.pop();
    const closing = String.fromCharCode(unit);
    if (opening === undefined) throw new Failure(`unmatched '${closing}'`, at, at);
    const code = opening.image.charCodeAt(0);
    // ( ) differ by one, [ ] and { } by two
    if (unit - code !== 1 && unit - code !== 2) this.#mismatch(opening, closing, at);
    this.depth--;
    opening.pair = this.#tokens.length;
    this.#push(at, unit);
    return at + 1;
  }

  /** At the end of the file no bracket may be open. */
  check_end(): void {
    const open = this.innermost;
    if (open !== null) throw never_closed(open);
  }

  #push(at: number, unit: number): Token {
    const kind = kinds.get(unit);
    if (kind === undefined) throw new Error(`not a bracket: ${unit}`);
    const token = new Token(kind.index, at, at + 1, kind.text);
    this.#tokens.push(token);
    return token;
  }

  #mismatch(opening: Token, closing: string, at: number): never {
    const line = line_of(this.#text, opening.startOffset);
    const where = line === line_of(this.#text, at) ? "" : ` on line ${line}`;
    const message = `closing parenthesis '${closing}' does not match opening parenthesis '${opening.image}'${where}`;
    throw new Failure(message, at, at);
  }
}

export function never_closed({ image, startOffset: start }: Token): YieldingFailure {
  return new YieldingFailure(`'${image}' was never closed`, start, start);
}
