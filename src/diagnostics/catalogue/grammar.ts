// PA0…: the text is not Python 3.13, or not text at all.
import type { Span } from "../../../grammar/ast/node.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { older_python_hint } from "../older-python.ts";

interface RefusedText extends Span {
  readonly type: "SyntaxError" | "IndentationError" | "TabError";
  readonly message: string;
}

/** PA0001. CPython's own words for what `compile()` rejects. */
export function syntax_error(
  file: string,
  { type, message, start, end }: RefusedText,
  source: string,
): Diagnostic {
  const span = { start, end };
  return {
    code: "PA0001",
    severity: "error",
    message: `${type}: ${message}`,
    hint: older_python_hint(message, source, span),
    file,
    span,
    python_type: type,
  };
}

/** PA0002. Bytes that the declared (or default) encoding cannot decode, or an encoding nobody knows. */
export function undecodable(file: string, message: string): Diagnostic {
  return {
    code: "PA0002",
    severity: "error",
    message: `SyntaxError: ${message}`,
    hint: "name the file's encoding in its first line, e.g. `# -*- coding: gbk -*-`, or save it as UTF-8",
    file,
    span: null,
    python_type: "SyntaxError",
  };
}

/** PA0003. Python, but deeper than the stages behind the parser can follow on JavaScript's stack. */
export function nested_too_deeply(file: string, limit: number, span: Span): Diagnostic {
  return {
    code: "PA0003",
    severity: "error",
    message: `the code is nested more than ${limit} levels deep here`,
    hint: "give parts of the expression names of their own; write a long chain of operators, calls or `elif` as a loop, a table or several statements",
    file,
    span,
  };
}

/** PA0004. What CPython prints as a SyntaxWarning when it compiles the text. */
export function syntax_warning(file: string, message: string, span: Span): Diagnostic {
  const hint = warning_hints.find(([words]) => message.includes(words))?.[1];
  return {
    code: "PA0004",
    severity: "warning",
    message: `SyntaxWarning: ${message}`,
    hint: hint ?? "CPython accepts it, but hardly anybody means it",
    file,
    span,
  };
}

/** PA0006. Syntax that the Python does not take for which the program is said to be written. */
export function newer_than_python(
  file: string,
  python: string,
  { what, since, ...span }: { readonly what: string; readonly since: string } & Span,
): Diagnostic {
  return {
    code: "PA0006",
    severity: "error",
    message: `SyntaxError: Python ${python} does not take ${what}`,
    hint: `write it in another way, or say \`python = "${since}"\` (--python-version ${since})`,
    file,
    span,
    python_type: "SyntaxError",
  };
}

const warning_hints: readonly (readonly [string, string])[] = [
  ["escape sequence", 'double the backslash, or write a raw string: `r"…"`'],
  ["Did you mean", "`is` compares identity: literals are compared by `==`"],
  ["always true", "leave the parentheses out: `assert condition, message`"],
  ["missed a comma", "put a comma between the two elements"],
  ["literal", "put a space between the number and the keyword"],
];
