// A syntax error as CPython words it, and the exception by which the tokenizer and the parser stop.
import type { Span } from "./ast/node.ts";

export type SyntaxErrorType = "SyntaxError" | "IndentationError" | "TabError";

/** `start` and `end` are offsets whose columns, plus one, are CPython's `offset` and `end_offset`. */
export interface PythonSyntaxError extends Span {
  readonly type: SyntaxErrorType;
  readonly message: string;
  /** CPython's `offset` is 0: before the line that begins at `start`. */
  readonly is_before_line?: boolean;
}

/** Thrown inside `grammar/` only; `parse` turns it into an element of its `errors`. */
export class Failure extends Error implements PythonSyntaxError {
  readonly type: SyntaxErrorType;
  readonly start: number;
  readonly end: number;
  is_before_line = false;

  constructor(message: string, start: number, end: number, type: SyntaxErrorType = "SyntaxError") {
    super(message);
    this.type = type;
    this.start = start;
    this.end = end;
  }
}

/** A failure of the tokenizer that only counts when the parser comes to its place. */
export class YieldingFailure extends Failure {}

/** The failure where people are told of it. */
export function told({ type, message, start, end, is_before_line }: Failure): PythonSyntaxError {
  return { type, message, start, end, ...(is_before_line ? { is_before_line } : {}) };
}
