// Where the grammar refused: the token, what it wanted, the rules around, and the tokens before.
import type { TokenType } from "chevrotain";
import type { Expression } from "../ast/expressions.ts";
import type { Rule, Trace } from "../engine.ts";
import { Failure } from "../failure.ts";
import type { PythonParser } from "../rules/top-level.ts";
import { expression_name } from "../targets.ts";
import type { Token } from "../tokens/token.ts";
import * as t from "../tokens/vocabulary.ts";

export interface ActiveRule {
  readonly rule: string;
  /** The index of its first token. */
  readonly at: number;
}

const line_ends = new Set([t.Newline, t.Indent, t.Dedent].map(t.index_of));
const openings = new Set([t.LeftParenthesis, t.LeftBracket, t.LeftBrace].map(t.index_of));
const closings = new Set([t.RightParenthesis, t.RightBracket, t.RightBrace].map(t.index_of));

export class Refusal implements Trace {
  readonly parser: PythonParser;
  readonly text: string;
  readonly active: ActiveRule[] = [];
  /** Index of the refused token. */
  index = 0;
  expected: TokenType | null = null;
  /** The outermost disjunction that ended last. */
  disjunction = { from: -1, to: -1 };

  constructor(parser: PythonParser, text: string) {
    this.parser = parser;
    this.text = text;
  }

  enter(rule: string, at: number): void {
    this.active.push({ rule, at });
  }

  leave(rule: string, from: number, to: number): void {
    this.active.pop();
    if (rule === "disjunction") this.disjunction = { from, to };
  }

  refuse(token: Token, expected: TokenType | null): void {
    this.index = this.parser.internals.tokVector.indexOf(token, Math.max(this.parser.at - 1, 0));
    this.expected = expected;
  }

  get token(): Token {
    return this.at(this.index);
  }

  /** The rule that was being read. */
  get rule(): string {
    return this.active.at(-1)?.rule ?? "file";
  }

  at(index: number): Token {
    const { tokVector } = this.parser.internals;
    return tokVector[Math.min(Math.max(index, 0), tokVector.length - 1)] as Token;
  }

  is(index: number, ...types: readonly TokenType[]): boolean {
    const { tokenTypeIdx } = this.at(index);
    return index >= 0 && types.some((type) => type.tokenTypeIdx === tokenTypeIdx);
  }

  /** The innermost active rule of one of these names. */
  innermost(...names: readonly string[]): ActiveRule | null {
    return this.active.findLast(({ rule }) => names.includes(rule)) ?? null;
  }

  end_of(rule: Rule<[], unknown>, from: number): number {
    return this.parser.end_of(rule, from);
  }

  /** The index of the first token of the line on which a token stands. */
  line_start(index: number): number {
    let at = index;
    while (at > 0 && !line_ends.has(this.at(at - 1).tokenTypeIdx)) at--;
    return at;
  }

  /** How many brackets are open behind a token. */
  level_behind(index: number): number {
    let level = 0;
    for (let at = this.line_start(index); at <= index; at++) {
      const { tokenTypeIdx } = this.at(at);
      if (openings.has(tokenTypeIdx)) level++;
      else if (closings.has(tokenTypeIdx)) level--;
    }
    return level;
  }

  /** What CPython calls the expression that begins at a token. */
  name_of_expression(from: number): string {
    const node = this.#expression(from);
    return node === null ? "expression" : expression_name(node);
  }

  kind_of_expression(from: number): string {
    return this.#expression(from)?.tag ?? "";
  }

  #expression(from: number): Expression | null {
    return this.parser.read_at(this.parser.expression, from);
  }

  /** A failure at one token, or from one to another (inclusive). */
  failure(message: string, from: number, to = from): Failure {
    const last = this.at(to);
    const end = last.tokenTypeIdx === t.index_of(t.Newline) ? last.startOffset + 1 : last.stop;
    return new Failure(message, this.at(from).startOffset, end);
  }
}
