// What CPython says of the replacement fields of f-strings.
import type { Failure } from "../failure.ts";
import * as t from "../tokens/vocabulary.ts";
import { adjacent_expressions } from "./expressions.ts";
import type { Refusal } from "./refusal.ts";

export function f_string_error(refusal: Refusal): Failure | null {
  const field = refusal.innermost("fstring_field");
  if (field === null) return null;
  const { index, rule, parser } = refusal;
  const first = field.at + 1;
  const { image } = refusal.at(first);
  if (index === first && ["=", "!", ":", "}"].includes(image))
    return refusal.failure(`f-string: valid expression required before '${image}'`, first);
  if (index === first)
    return refusal.failure("f-string: expecting a valid expression after '{'", first);
  if (rule === "fstring_conversion") return conversion(refusal);
  const comma = adjacent_expressions(refusal);
  if (comma !== null) return comma;
  if (rule === "lambda" || refusal.is(index, t.FStringMiddle, t.RightBrace)) {
    const lambda = refusal.innermost("lambda");
    if (lambda !== null && refusal.is(index - 1, t.Colon))
      return refusal.failure(
        "f-string: lambda expressions are not allowed without parentheses",
        lambda.at,
        index - 1,
      );
  }
  let end = refusal.end_of(parser.annotated_rhs, first);
  if (rule !== "fstring_field" && rule !== "fstring_format_spec") {
    if (end < 0) end = prefix_end(refusal, first);
    if (end < 0) return refusal.failure("f-string: expecting a valid expression after '{'", first);
    return refusal.failure("f-string: expecting '=', or '!', or ':', or '}'", end);
  }
  const is_debug = refusal.is(end, t.Equal);
  if (is_debug) end++;
  if (index === end && !refusal.is(end - 1, t.Name) && is_debug)
    return refusal.failure("f-string: expecting '!', or ':', or '}'", index);
  if (refusal.is(end, t.Exclamation))
    return refusal.failure("f-string: expecting ':' or '}'", index);
  if (refusal.is(end, t.Colon))
    return refusal.failure("f-string: expecting '}', or format specs", index);
  return refusal.failure("f-string: expecting '=', or '!', or ':', or '}'", index);
}

function conversion(refusal: Refusal): Failure {
  const { index } = refusal;
  if (refusal.is(index, t.Colon, t.RightBrace))
    return refusal.failure("f-string: missing conversion character", index);
  return refusal.failure("f-string: invalid conversion character", index);
}

/** How far an expression goes that fails later on: to the bracket or operator that spoils it. */
function prefix_end(refusal: Refusal, first: number): number {
  const { index } = refusal;
  let depth = 0;
  let opening = -1;
  for (let at = first; at < index; at++) {
    if (refusal.is(at, t.LeftParenthesis, t.LeftBracket, t.LeftBrace)) {
      if (depth++ === 0) opening = at;
    } else if (refusal.is(at, t.RightParenthesis, t.RightBracket, t.RightBrace)) depth--;
  }
  if (depth > 0) return opening > first ? opening : -1;
  return index - 1 > first ? index - 1 : -1;
}
