// What CPython says of parameters and type parameters.
import type { Failure } from "../failure.ts";
import * as t from "../tokens/vocabulary.ts";
import type { Refusal } from "./refusal.ts";

export function parameter_error(refusal: Refusal): Failure | null {
  const { index, rule } = refusal;
  if (
    refusal.is(index, t.RightBracket) &&
    rule === "type_param" &&
    refusal.is(index - 1, t.LeftBracket)
  )
    return refusal.failure("Type parameter list cannot be empty", index);
  if (
    rule === "type_params" &&
    refusal.is(index, t.Colon) &&
    refusal.is(index - 2, t.Star, t.DoubleStar)
  )
    return bounded(refusal);
  const owner = refusal.innermost("function_def", "lambda");
  if (owner === null) return null;
  const parameters = refusal.innermost("parameters");
  const is_lambda = owner.rule === "lambda";
  if (parameters !== null && parameters.at > owner.at) {
    if (refusal.is(index - 1, t.Equal) && refusal.is(index, t.Comma, t.RightParenthesis, t.Colon))
      return refusal.failure("expected default value expression", index - 1);
  }
  if (refusal.is(index, t.Star) && refusal.is(index - 1, t.Slash))
    return refusal.failure("expected comma between / and *", index);
  const is_opening = refusal.is(index, t.LeftParenthesis);
  const is_list = rule === "parameter" || (is_lambda ? rule === "lambda" : rule === "function_def");
  if (is_opening && is_list && refusal.at(index).pair > 0) {
    const who = is_lambda ? "Lambda expression parameters" : "Function parameters";
    return refusal.failure(`${who} cannot be parenthesized`, index, refusal.at(index).pair);
  }
  return null;
}

function bounded(refusal: Refusal): Failure | null {
  const { index, parser } = refusal;
  const end = refusal.end_of(parser.expression, index + 1);
  if (end < 0) return null;
  const what = refusal.kind_of_expression(index + 1) === "Tuple" ? "constraints" : "bound";
  const kind = refusal.is(index - 2, t.Star) ? "TypeVarTuple" : "ParamSpec";
  return refusal.failure(`cannot use ${what} with ${kind}`, index, end - 1);
}
