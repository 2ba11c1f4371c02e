// What CPython says of simple statements: imports, Python 2's print, except targets.
import type { Failure } from "../failure.ts";
import * as t from "../tokens/vocabulary.ts";
import type { Refusal } from "./refusal.ts";

export function simple_statement_error(refusal: Refusal): Failure | null {
  return legacy_call(refusal) ?? imports(refusal) ?? import_targets(refusal);
}

/** `print x` and `exec x` of Python 2. */
function legacy_call(refusal: Refusal): Failure | null {
  const { index, parser } = refusal;
  const { image } = refusal.at(index - 1);
  if (image !== "print" && image !== "exec") return null;
  if (!refusal.is(index - 1, t.Name) || refusal.is(index, t.LeftParenthesis)) return null;
  const end = refusal.end_of(parser.star_expressions, index);
  if (end < 0) return null;
  const message = `Missing parentheses in call to '${image}'. Did you mean ${image}(...)?`;
  return refusal.failure(message, index - 1, end - 1);
}

function imports(refusal: Refusal): Failure | null {
  const { rule, index } = refusal;
  const is_list = ["dotted_name", "import_from_targets", "import_from_as_name"].includes(rule);
  if (is_list && refusal.is(index - 1, t.Import) && refusal.is(index, t.Newline))
    return refusal.failure("Expected one or more names after 'import'", index);
  const start = refusal.line_start(index);
  if (refusal.is(start, t.Import) && refusal.is(index, t.From)) {
    return refusal.failure("Did you mean to use 'from ... import ...' instead?", start, index + 1);
  }
  return null;
}

function import_targets(refusal: Refusal): Failure | null {
  const { rule, index, parser } = refusal;
  if (
    ![
      "import_name",
      "import_from",
      "dotted_as_name",
      "import_from_as_name",
      "simple_stmts",
    ].includes(rule)
  )
    return null;
  const as_at = refusal.is(index - 1, t.As)
    ? index - 1
    : refusal.is(index - 2, t.As)
      ? index - 2
      : -1;
  if (as_at < 0 || !refusal.is(refusal.line_start(index), t.Import, t.From)) return null;
  const end = refusal.end_of(parser.expression, as_at + 1);
  if (end < 0) return null;
  const name = refusal.name_of_expression(as_at + 1);
  return refusal.failure(`cannot use ${name} as import target`, as_at + 1, end - 1);
}
