// What CPython warns of when it compiles a text that is right: SyntaxWarnings.
import type { Module } from "../ast/module.ts";
import { escape_warnings } from "./escapes.ts";
import { expression_warnings } from "./expressions.ts";
import type { PythonSyntaxWarning } from "./warning.ts";

export type { PythonSyntaxWarning } from "./warning.ts";

/** In CPython's order: what the tokens show, then what the tree shows. */
export function syntax_warnings(source: string, module: Module): readonly PythonSyntaxWarning[] {
  return [...escape_warnings(source), ...expression_warnings(module)];
}
