// Python's syntax: text → tree, trivia and errors. The only room that knows Chevrotain.
import type { Statement } from "./ast/compound-statements.ts";
import type { Module } from "./ast/module.ts";
import type { Trivia } from "./ast/trivia.ts";
import { diagnose } from "./diagnose/diagnose.ts";
import { too_complex } from "./engine.ts";
import { Failure, type PythonSyntaxError, told } from "./failure.ts";
import { PythonParser } from "./rules/top-level.ts";
import { check } from "./symbols/check.ts";
import { tokenize, type Tokens } from "./tokens/tokenizer.ts";
import { attach } from "./trivia/attach.ts";

export { type Decoded, decode } from "./decode.ts";
export { imported_paths } from "./imports.ts";
export type { PythonSyntaxError, SyntaxErrorType } from "./failure.ts";
export { syntax_warnings, type PythonSyntaxWarning } from "./warnings/index.ts";
export { newer_syntax, type NewerSyntax } from "./newer-syntax.ts";
export { type Position, Positions } from "./positions.ts";

export interface Parsed {
  readonly module: Module;
  readonly trivia: Trivia;
  readonly errors: readonly PythonSyntaxError[];
}

let parser: PythonParser | null = null;

/**
 * Parses a whole file. Never throws: what CPython would raise is in `errors`. The module is empty when
 * the text has no tree; it is whole when only CPython's symbol table or compiler would refuse it.
 */
export function parse(source: string): Parsed {
  try {
    const tokens = tokenize(source);
    parser ??= new PythonParser();
    parser.read(source);
    const body = file(parser, tokens, source);
    const module: Module = { tag: "Module", start: 0, end: source.length, body };
    const trivia = attach(module, tokens.comments, source);
    return { module, trivia, errors: check(module) };
  } catch (error) {
    return { module: empty(source), trivia: no_trivia(), errors: [as_error(error)] };
  }
}

function file(parser: PythonParser, tokens: Tokens, source: string): readonly Statement[] {
  const { failure } = tokens;
  try {
    const body = parser.run(tokens.tokens, parser.file, source.length);
    if (failure === null) return body;
  } catch (error) {
    if (error instanceof RangeError)
      throw too_complex(tokens.tokens[parser.at] ?? { startOffset: 0 });
    if (!(error instanceof Failure)) throw error;
    throw diagnose(tokens, source, error, Math.min(parser.at, tokens.count));
  }
  throw failure;
}

function as_error(error: unknown): PythonSyntaxError {
  if (error instanceof Failure) return told(error);
  if (!(error instanceof RangeError)) throw error;
  const message = "source too complex to parse: nested too deeply";
  return { type: "SyntaxError", message, start: 0, end: 0 };
}

function empty(source: string): Module {
  return { tag: "Module", start: 0, end: source.length, body: [] };
}

function no_trivia(): Trivia {
  return { leading: new Map(), trailing: new Map(), dangling: new Map(), blank_lines: new Map() };
}
