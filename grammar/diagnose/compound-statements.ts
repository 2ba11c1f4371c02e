// What CPython says of compound statements: a missing colon, block, or handler.
import { Failure } from "../failure.ts";
import { line_of } from "../tokens/quotes.ts";
import type { Token } from "../tokens/token.ts";
import * as t from "../tokens/vocabulary.ts";
import type { Refusal } from "./refusal.ts";

/** These ask for their colon whatever comes in its place; the others only at the end of a line. */
const insisting = new Set(["function_def", "else_block", "lambda"]);
const asking = new Set([
  "if_stmt",
  "for_stmt",
  "while_stmt",
  "with_stmt",
  "except_block",
  "class_def",
  "match_stmt",
  "case_block",
]);

export function compound_statement_error(refusal: Refusal): Failure | null {
  return (
    missing_block(refusal) ??
    missing_colon(refusal) ??
    missing_handler(refusal) ??
    except_types(refusal) ??
    match_without_colon(refusal) ??
    missing_parenthesis(refusal)
  );
}

function missing_block(refusal: Refusal): Failure | null {
  const { index, expected } = refusal;
  if (expected !== t.Indent) return null;
  const line = refusal.line_start(index - 2);
  let first = line;
  const is_async = refusal.is(first, t.Async);
  if (is_async) first++;
  const keyword = refusal.at(first).image;
  const number = line_of(refusal.text, refusal.at(line).startOffset);
  const is_star = keyword === "except" && refusal.is(first + 1, t.Star);
  const owner =
    keyword === "def"
      ? "function definition"
      : keyword === "class"
        ? "class definition"
        : `'${keyword}${is_star ? "*" : ""}' statement`;
  const message = `expected an indented block after ${owner} on line ${number}`;
  const { token } = refusal;
  const at = token.stop > token.startOffset ? token.startOffset : block_end(refusal.text, token);
  const end = Math.max(at, token.stop);
  return new Failure(message, at, end, "IndentationError");
}

/** At the end of the file CPython points to the last line end, else before the line that is not indented. */
function block_end(text: string, token: Token): number {
  if (token.startOffset < text.length) return token.startOffset - 1;
  return /[\r\n]$/.test(text) ? text.length - 1 : text.length;
}

function missing_colon(refusal: Refusal): Failure | null {
  const { rule, index, expected } = refusal;
  if (expected !== t.Colon) return null;
  const is_line_end = refusal.is(index, t.Newline);
  const is_try = rule === "try_stmt";
  if (insisting.has(rule) || is_try || (asking.has(rule) && is_line_end))
    return refusal.failure("expected ':'", index);
  return null;
}

function missing_handler(refusal: Refusal): Failure | null {
  if (refusal.rule !== "try_stmt" || refusal.expected !== null) return null;
  return refusal.failure("expected 'except' or 'finally' block", refusal.index);
}

function except_types(refusal: Refusal): Failure | null {
  const { rule, index, expected, parser } = refusal;
  if (rule !== "except_block") return null;
  const handler = refusal.innermost("except_block");
  if (handler === null) return null;
  const is_star = refusal.is(handler.at + 1, t.Star);
  const first = handler.at + (is_star ? 2 : 1);
  if (expected === t.Colon && refusal.is(index, t.Comma)) {
    const rest = refusal.end_of(parser.star_expressions, index + 1);
    const message = "multiple exception types must be parenthesized";
    if (rest > 0) return refusal.failure(message, first, rest - 1);
  }
  if (is_star && expected === null)
    return refusal.failure("expected one or more exception types", index);
  return null;
}

function match_without_colon(refusal: Refusal): Failure | null {
  const { index, parser } = refusal;
  const start = refusal.line_start(index);
  const { image } = refusal.at(start);
  if (image === "match") {
    const end = refusal.end_of(parser.subject_expr, start + 1);
    if (end > 0 && refusal.is(end, t.Newline)) {
      if (index === start + 1 || index >= end) return refusal.failure("expected ':'", end);
    }
    if (end > 0 && refusal.is(end, t.Colon) && refusal.is(end + 1, t.Newline)) {
      const message = `expected an indented block after 'match' statement on line ${line_of(refusal.text, refusal.at(start).startOffset)}`;
      const { startOffset, stop } = refusal.at(end + 2);
      if (!refusal.is(end + 2, t.Indent))
        return new Failure(message, startOffset, stop, "IndentationError");
    }
  }
  return null;
}

function missing_parenthesis(refusal: Refusal): Failure | null {
  const { rule, index, expected } = refusal;
  if (rule === "function_def" && expected === t.LeftParenthesis)
    return refusal.failure("expected '('", index);
  return null;
}
