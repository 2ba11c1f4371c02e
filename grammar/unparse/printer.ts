// What is handed to every chapter of the printer, so that recursion needs no imports between them.
import type { Expression } from "../ast/expressions.ts";
import type { Node } from "../ast/node.ts";
import type { Pattern } from "../ast/patterns.ts";
import type { Statement } from "../ast/compound-statements.ts";
import type { Comment } from "../ast/trivia.ts";
import type { Commented } from "./commented.ts";
import type { Writer } from "./writer.ts";

export interface Printer {
  readonly out: Writer;
  readonly comments: Commented;
  /** With its comments; in brackets where it binds less than `minimum`, or where its comments need some. */
  expression(node: Expression, minimum: number): void;
  /** The same without the comments behind it, which stand behind the comma of a list. */
  element(node: Expression, minimum: number): void;
  /** The same without any comments of its own. */
  bare(node: Expression, minimum: number): void;
  /** With its comments. */
  pattern(node: Pattern, minimum: number): void;
  statement(node: Statement): void;
  write_all(comments: readonly Comment[]): void;
}

/** A part of a bracketed list. The comments above the first of its nodes and behind them all stand around it. */
export interface Item {
  readonly nodes: readonly Node[];
  /** Prints the comments above it as well where that is not left to the list. */
  readonly print: () => void;
  /** Whether the list prints the comments above the first node. */
  readonly is_bare: boolean;
}
