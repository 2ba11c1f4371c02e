// The second reading's engine: rules tried in order, as CPython's own parser tries them, so that the
// first message that applies is the same, and the farthest token looked at too.
import { Failure, type SyntaxErrorType } from "../failure.ts";
import type { Token } from "../tokens/token.ts";
import * as t from "../tokens/vocabulary.ts";
import { type Found, pieces, type Value } from "./found.ts";

/** What a step gives when it does not match. */
export const no_match = Symbol("no match");
export type Result = Value | typeof no_match;
export type Step = (machine: Machine) => Result;

const name_index = t.index_of(t.Name);
const newline = t.index_of(t.Newline);
const indent = t.index_of(t.Indent);
const dedent = t.index_of(t.Dedent);
const end_marker = t.index_of(t.EndMarker);
const openings = new Set([t.LeftParenthesis, t.LeftBracket, t.LeftBrace].map(t.index_of));
const closings = new Set([t.RightParenthesis, t.RightBracket, t.RightBrace].map(t.index_of));

/** The tokens of a text, as far as the tokenizer came. */
export interface TokensRead {
  readonly tokens: readonly Token[];
  /** How many there are before the place at which the tokenizer failed. */
  readonly count: number;
  readonly failure: Failure | null;
}

export class Machine {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Thrown when the token behind the last one is asked for: the tokenizer failed there. */
  readonly #tokenizer_failure: Failure | null;
  /** The token that comes next. */
  mark: number;
  /** Behind the farthest token that was looked at. */
  fill: number;
  /** Whether mistakes are looked for: in the second pass only. */
  seeks_mistakes = false;
  #memory = new Map<string, Map<number, { readonly result: Result; readonly mark: number }>>();
  readonly #start: number;
  readonly #limit: number;
  readonly #rules: ReadonlyMap<string, Step>;

  /** `count`: how many tokens there are before the one at which the tokenizer failed. */
  constructor(
    rules: ReadonlyMap<string, Step>,
    text: string,
    { tokens, count, failure }: TokensRead,
    start: number,
  ) {
    this.#rules = rules;
    this.text = text;
    this.tokens = tokens;
    this.mark = start;
    this.fill = start + 1;
    this.#start = start;
    this.#limit = failure === null ? tokens.length : count;
    this.#tokenizer_failure = failure;
  }

  read(rule: string): Result {
    const step = this.#rules.get(rule);
    if (step === undefined) throw new Error(`no rule ${rule}`);
    return step(this);
  }

  /** Back to the start, now with the rules for mistakes. */
  restart(): void {
    this.#memory.clear();
    this.mark = this.#start;
    this.seeks_mistakes = true;
  }

  /** Looks at the token that comes next. */
  next(): Token {
    if (this.mark >= this.#limit && this.#tokenizer_failure !== null) throw this.#tokenizer_failure;
    const token = this.tokens[this.mark] ?? this.tokens.at(-1);
    if (this.mark >= this.fill) this.fill = this.mark + 1;
    return token as Token;
  }

  take(index: number): Result {
    if (this.next().tokenTypeIdx !== index) return no_match;
    return this.#taken();
  }

  /** A name that is a keyword here only. */
  take_word(word: string): Result {
    const token = this.next();
    if (token.tokenTypeIdx !== name_index || token.image !== word) return no_match;
    return this.#taken();
  }

  #taken(): Found {
    const at = this.mark++;
    return this.found_token(at);
  }

  found_token(at: number): Found {
    const token = this.tokens[at] as Token;
    const { startOffset: start, stop: end, tokenTypeIdx } = token;
    if (tokenTypeIdx === newline) return this.#line_end(at, start);
    const kind = tokenTypeIdx === name_index ? "Name" : "token";
    return { kind, start, end, first: at, parts: [] };
  }

  /** The end of a line begins with its comment. */
  #line_end(at: number, newline_at: number): Found {
    const before = this.tokens[at - 1]?.stop ?? 0;
    const comment = /^(?:[ \t\f]|\\\r?\n)*#/.exec(this.text.slice(before, newline_at));
    const start = comment === null ? newline_at : before + comment[0].length - 1;
    return { kind: "token", start, end: newline_at + 1, first: at, parts: [] };
  }

  /** What the tokens from `first` to the mark make, with the span of the node. */
  node(kind: string, first: number, values: readonly Value[]): Found {
    const last = this.tokens[Math.max(first, this.mark - 1)] as Token;
    const start = (this.tokens[first] as Token).startOffset;
    const parts = values
      .flatMap(pieces)
      .flatMap((part) => (part.kind === "" ? part.parts : part))
      .filter((part) => part.kind !== "token");
    return { kind, start, end: Math.max(start, last.stop), first, parts };
  }

  remembered(rule: string, step: Step): Result {
    this.next();
    let places = this.#memory.get(rule);
    if (places === undefined) this.#memory.set(rule, (places = new Map()));
    const from = this.mark;
    const known = places.get(from);
    if (known !== undefined) {
      this.mark = known.mark;
      return known.result;
    }
    const result = step(this);
    places.set(from, { result, mark: this.mark });
    return result;
  }

  /** What stands in a statement that is read need not be remembered; blocks are read again. */
  forget(): void {
    const blocks = this.#memory.get("block");
    this.#memory.clear();
    if (blocks !== undefined) this.#memory.set("block", blocks);
  }

  image(at: number): string {
    return this.tokens[at]?.image ?? "";
  }

  /** How many brackets are open behind a token. */
  level_behind(index: number): number {
    let level = 0;
    for (let at = this.#start; at <= index; at++) {
      const { tokenTypeIdx } = this.tokens[at] as Token;
      if (openings.has(tokenTypeIdx)) level++;
      else if (closings.has(tokenTypeIdx)) level--;
    }
    return level;
  }

  /** The farthest token that was looked at. */
  get last(): Found {
    return this.found_token(this.fill - 1);
  }

  refuse(message: string, from: Found, to: Found = from): never {
    throw new Failure(message, from.start, to.end);
  }

  /** From a place to where the tokenizer stands. */
  refuse_from(message: string, from: Found): never {
    throw new Failure(message, from.start, this.last.end - 1);
  }

  refuse_next(message: string): never {
    this.next();
    return this.refuse(message, this.found_token(this.mark));
  }

  /** At the farthest token; where lines begin and end, that is where the tokenizer stands. */
  refuse_last(message: string, type: SyntaxErrorType = "SyntaxError"): never {
    const token = this.tokens[this.fill - 1] as Token;
    if (is_layout(token)) throw at_layout(message, token, this.text, type);
    const { start, end } = this.last;
    throw new Failure(message, start, end, type);
  }
}

export function is_layout({ tokenTypeIdx }: Token): boolean {
  return tokenTypeIdx === indent || tokenTypeIdx === dedent || tokenTypeIdx === end_marker;
}

/** A failure at the white space that begins a line, or at the end of the file. */
export function at_layout(
  message: string,
  { startOffset: at }: Token,
  text: string,
  type: SyntaxErrorType,
): Failure {
  if (at >= text.length) {
    const end = /[\r\n]$/.test(text) ? text.length - 1 : text.length;
    return new Failure(message, end, end, type);
  }
  const is_at_margin = at === 0 || /[\r\n]/.test(text.charAt(at - 1));
  const place = is_at_margin ? at : at - 1;
  const failure = new Failure(message, place, place, type);
  failure.is_before_line = is_at_margin;
  return failure;
}
