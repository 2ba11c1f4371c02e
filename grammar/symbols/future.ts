// `from __future__ import …`: which features there are, and that it comes first.
import type { Statement } from "../ast/compound-statements.ts";
import type { Module } from "../ast/module.ts";
import type { ImportFrom } from "../ast/simple-statements.ts";
import { COMPILE, type Errors, FUTURE } from "./errors.ts";

const features = new Set([
  "nested_scopes",
  "generators",
  "division",
  "absolute_import",
  "with_statement",
  "print_function",
  "unicode_literals",
  "barry_as_FLUFL",
  "generator_stop",
  "annotations",
]);

export function check_future(module: Module, errors: Errors): void {
  let is_early = true;
  module.body.forEach((statement, index) => {
    if (is_future(statement)) {
      if (is_early) check_features(statement, errors);
      else refuse_late(statement, errors);
    } else if (!(index === 0 && is_docstring(statement))) is_early = false;
  });
}

/** Whether annotations are kept as text, so that they are scopes of their own. */
export function has_future_annotations(module: Module): boolean {
  return module.body.some(
    (statement) =>
      is_future(statement) && statement.names.some(({ name }) => name === "annotations"),
  );
}

/** A future import below the module's first statements, or inside of something. */
export function refuse_late(statement: ImportFrom, errors: Errors): void {
  const message = "from __future__ imports must occur at the beginning of the file";
  errors.add(COMPILE, message, statement);
}

export function is_future(statement: Statement): statement is ImportFrom {
  return (
    statement.tag === "ImportFrom" && statement.module === "__future__" && statement.level === 0
  );
}

function is_docstring(statement: Statement): boolean {
  return (
    statement.tag === "Expr" &&
    statement.value.tag === "Constant" &&
    statement.value.value.type === "str"
  );
}

function check_features(statement: ImportFrom, errors: Errors): void {
  for (const alias of statement.names) {
    if (features.has(alias.name)) continue;
    const message =
      alias.name === "braces"
        ? "not a chance"
        : `future feature ${alias.name.slice(0, 100)} is not defined`;
    errors.add(FUTURE, message, statement);
  }
}
