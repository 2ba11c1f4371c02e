// Errors of CPython's later passes, of which only the first one is reported, the earlier pass first.
import type { Span } from "../ast/node.ts";
import type { PythonSyntaxError } from "../failure.ts";

/** The passes behind the parser, in CPython's order. */
export const FUTURE = 0;
export const SYMBOLS = 1;
export const ANALYSIS = 2;
export const COMPILE = 3;

export class Errors {
  readonly #first: (PythonSyntaxError | undefined)[] = [];

  add(pass: number, message: string, { start, end }: Span): void {
    this.#first[pass] ??= { type: "SyntaxError", message, start, end };
  }

  /** The error that CPython would raise, if any. */
  get all(): readonly PythonSyntaxError[] {
    const found = this.#first.find((error) => error !== undefined);
    return found === undefined ? [] : [found];
  }
}
