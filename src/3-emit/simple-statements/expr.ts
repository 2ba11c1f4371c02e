// f(x) → f(x);
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { logging_call } from "../shared/calls/logging-call.ts";
import { init_call } from "../shared/init-call.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

/** Docstrings become JSDoc where they stand first; a constant elsewhere does nothing. */
export function expr(node: ast.Expr, emit: StatementEmit): readonly target.Statement[] {
  if (node.value.tag === "Constant") return [];
  const made = init_call(node.value, emit);
  if (made !== null) return made;
  return [build.statement(logging_call(node.value, emit) ?? value(node.value, emit))];
}

/** A float that nobody takes needs no form. */
function value(node: ast.Expression, emit: StatementEmit): target.Expression {
  return emit.facts.floats.is_plain(node) ? emit.unboxed(node) : emit.expression(node);
}
