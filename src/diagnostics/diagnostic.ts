// What is wrong with the input, where, why, and what to do about it.
import type { Span } from "../../grammar/ast/node.ts";

export type Severity = "error" | "warning";

export interface Diagnostic {
  /** `PA` and four digits that never change; the first digit is the stage that reports it. */
  readonly code: `PA${string}`;
  readonly severity: Severity;
  readonly message: string;
  /** The way out, in one sentence. */
  readonly hint: string | null;
  readonly file: string;
  readonly span: Span | null;
  /** CPython's exception type for errors that CPython reports itself. */
  readonly python_type?: "SyntaxError" | "IndentationError" | "TabError";
  /** A warning that is not told, and who says so: `# pyasync2ts: ignore[…]`, or `ignore` of the configuration. */
  readonly silenced?: "comment" | "configuration";
}

/** The same, where it shall not stop anything. */
export function as_warning(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: "warning" };
}
