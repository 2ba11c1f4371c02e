// What CPython says of expressions: forgotten commas, `=` for `==`, halves of conditionals.
import type { Failure } from "../failure.ts";
import * as t from "../tokens/vocabulary.ts";
import type { Refusal } from "./refusal.ts";

export function expression_error(refusal: Refusal): Failure | null {
  return (
    adjacent_expressions(refusal) ??
    conditional(refusal) ??
    misplaced_not(refusal) ??
    keyword_arguments(refusal) ??
    assignment_in_expression(refusal) ??
    walrus(refusal) ??
    dictionary(refusal) ??
    comprehension_target(refusal) ??
    missing_in(refusal) ??
    bare_star(refusal)
  );
}

const soft_keywords = new Set(["match", "case", "type", "_"]);

/** Two expressions side by side in brackets. */
export function adjacent_expressions(refusal: Refusal): Failure | null {
  const { index, disjunction, parser } = refusal;
  if (disjunction.to !== index) return null;
  const first = refusal.at(disjunction.from);
  if (refusal.is(disjunction.from, t.Name)) {
    if (soft_keywords.has(first.image)) return null;
    if (refusal.is(disjunction.from + 1, t.StringLiteral)) return null;
    const is_alone = disjunction.from === index - 1;
    if (is_alone && (first.image === "print" || first.image === "exec")) return null;
  }
  const end = refusal.end_of(parser.expression, index);
  if (end < 0 || refusal.level_behind(end - 1) === 0) return null;
  const message = "invalid syntax. Perhaps you forgot a comma?";
  return refusal.failure(message, disjunction.from, end - 1);
}

function conditional(refusal: Refusal): Failure | null {
  const { rule, index, expected } = refusal;
  const expression = refusal.innermost("expression");
  if (rule !== "expression" || expected !== t.Else || expression === null) return null;
  if (refusal.is(index, t.Colon)) return null;
  return refusal.failure("expected 'else' after 'if' expression", expression.at, index - 1);
}

function misplaced_not(refusal: Refusal): Failure | null {
  const { index, parser } = refusal;
  if (!refusal.is(index, t.Not)) return null;
  const operators = [t.Plus, t.Minus, t.Star, t.Slash, t.DoubleSlash, t.Percent, t.At, t.Tilde];
  if (!refusal.is(index - 1, ...operators)) return null;
  if (refusal.end_of(parser.disjunction, index) < 0) return null;
  return refusal.failure("'not' after an operator must be parenthesized", index);
}

/** `f(a.b=1)`, `f(True=1)`, `f(a=)` and the like. */
function keyword_arguments(refusal: Refusal): Failure | null {
  const { index, parser } = refusal;
  const list = refusal.innermost("arguments");
  const inner = refusal.innermost("parenthesised", "list", "braces", "slices");
  if (refusal.is(index - 1, t.Equal) && refusal.is(index, t.Comma, t.RightParenthesis)) {
    const argument = refusal.innermost("argument");
    if (argument !== null && argument.at === index - 2)
      return refusal.failure("expected argument value expression", argument.at, index - 1);
  }
  const is_argument = refusal.active.at(-1)?.rule === "primary" || refusal.rule === "arguments";
  const before = last_argument(refusal);
  if (!refusal.is(index, t.Equal) || before < 0 || !is_argument) return null;
  if (list === null && inner === null && !is_call_argument(refusal, before)) return null;
  if (!is_call_argument(refusal, before)) return null;
  if (refusal.is(before, t.Star, t.DoubleStar)) {
    const end = refusal.end_of(parser.expression, index + 1);
    const what = refusal.is(before, t.Star) ? "iterable" : "keyword";
    if (end > 0)
      return refusal.failure(`cannot assign to ${what} argument unpacking`, before, end - 1);
  }
  if (refusal.is(before, t.True_, t.False_, t.None_) && before === index - 1)
    return refusal.failure(`cannot assign to ${refusal.at(before).image}`, before, index);
  if (refusal.end_of(parser.expression, before) !== index) return null;
  const message = 'expression cannot contain assignment, perhaps you meant "=="?';
  return refusal.failure(message, before, index);
}

function missing_in(refusal: Refusal): Failure | null {
  const { rule, expected, index } = refusal;
  if (rule !== "for_if_clause" || expected !== t.In) return null;
  return refusal.failure("'in' expected after for-loop variables", index);
}

function bare_star(refusal: Refusal): Failure | null {
  if (refusal.innermost("starred_expression") === null) return null;
  return refusal.failure("Invalid star expression", refusal.index);
}

/** Where the element begins that ends before the refused token: behind the last comma or bracket. */
function last_argument(refusal: Refusal): number {
  let depth = 0;
  for (let at = refusal.index - 1; at >= 0; at--) {
    if (refusal.is(at, t.RightParenthesis, t.RightBracket, t.RightBrace)) depth++;
    else if (refusal.is(at, t.LeftParenthesis, t.LeftBracket, t.LeftBrace)) {
      if (depth-- === 0) return at + 1;
    } else if (depth === 0 && refusal.is(at, t.Comma)) return at + 1;
    else if (refusal.is(at, t.Newline)) return -1;
  }
  return -1;
}

function is_call_argument(refusal: Refusal, start: number): boolean {
  let depth = 0;
  for (let at = start - 1; at > 0; at--) {
    if (refusal.is(at, t.RightParenthesis, t.RightBracket, t.RightBrace)) depth++;
    else if (refusal.is(at, t.LeftParenthesis, t.LeftBracket, t.LeftBrace) && depth-- === 0)
      return (
        refusal.is(at, t.LeftParenthesis) &&
        refusal.is(at - 1, t.Name, t.RightParenthesis, t.RightBracket, t.StringLiteral)
      );
  }
  return false;
}

/** `=` where only an expression may stand. */
function assignment_in_expression(refusal: Refusal): Failure | null {
  const { index, parser, disjunction } = refusal;
  if (!refusal.is(index, t.Equal) || disjunction.to !== index) return null;
  const from = disjunction.from;
  const right = refusal.end_of(parser.bitwise_or, index + 1);
  if (right < 0 || refusal.is(right, t.Equal, t.ColonEqual)) return null;
  if (refusal.is(from, t.Name) && from === index - 1) {
    const message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
    return refusal.failure(message, from, right - 1);
  }
  if (refusal.end_of(parser.bitwise_or, from) !== index) return null;
  if (refusal.is(from, t.True_, t.False_, t.None_)) return null;
  const kind = refusal.kind_of_expression(from);
  if (kind === "List" || kind === "Tuple" || kind === "GeneratorExp") return null;
  const name = refusal.name_of_expression(from);
  const message = `cannot assign to ${name} here. Maybe you meant '==' instead of '='?`;
  return refusal.failure(message, from, index - 1);
}

function walrus(refusal: Refusal): Failure | null {
  const { index, disjunction, parser } = refusal;
  if (!refusal.is(index, t.ColonEqual) || disjunction.to !== index) return null;
  if (refusal.is(disjunction.from, t.Name) && disjunction.from === index - 1) return null;
  if (refusal.end_of(parser.expression, index + 1) < 0) return null;
  const name = refusal.name_of_expression(disjunction.from);
  const message = `cannot use assignment expressions with ${name}`;
  return refusal.failure(message, disjunction.from, index - 1);
}

function dictionary(refusal: Refusal): Failure | null {
  const { index, rule } = refusal;
  if (refusal.innermost("braces") === null) return null;
  const braces = refusal.innermost("more_pairs", "dict_from_key");
  if (braces === null) return null;
  if (refusal.is(index - 1, t.Colon) && refusal.is(index, t.Comma, t.RightBrace))
    return refusal.failure("expression expected after dictionary key and ':'", index - 1);
  if (refusal.is(index - 1, t.Colon) && refusal.is(index, t.Star))
    return refusal.failure("cannot use a starred expression in a dictionary value", index, index);
  if (rule === "more_pairs" && refusal.expected === t.Colon)
    return refusal.failure("':' expected after dictionary key", index - 1);
  return null;
}

function comprehension_target(refusal: Refusal): Failure | null {
  const { index, parser } = refusal;
  if (!refusal.is(index, t.For, t.Async)) return null;
  if (!["parenthesised", "list", "braces"].includes(refusal.rule)) return null;
  const display = refusal.innermost("parenthesised", "list", "braces");
  if (display === null || refusal.is(display.at, t.LeftParenthesis)) return null;
  if (refusal.end_of(parser.for_if_clauses, index) < 0) return null;
  const message = "did you forget parentheses around the comprehension target?";
  return refusal.failure(message, display.at + 1, index - 1);
}
