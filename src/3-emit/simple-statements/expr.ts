// f(x) → f(x);
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { never_awaited } from "../shared/calls/never-awaited.ts";
import { forgotten_task } from "../shared/calls/forgotten-task.ts";
import { logging_call } from "../shared/calls/logging-call.ts";
import { init_call } from "../shared/init-call.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

/** Docstrings become JSDoc where they stand first; a constant elsewhere does nothing. */
export function expr(node: ast.Expr, emit: StatementEmit): readonly target.Statement[] {
  if (node.value.tag === "Constant") return [];
  const made = init_call(node.value, emit);
  if (made !== null) return made;
  const unawaited = never_awaited(node.value, emit);
  if (unawaited !== null) return [build.statement(unawaited)];
  const task = forgotten_task(node.value, emit);
  if (task !== null) return [build.statement(task)];
  const made_task = dropped(node.value, emit);
  if (made_task !== null) return [build.statement(made_task)];
  return [build.statement(logging_call(node.value, emit) ?? value(node.value, emit))];
}

/** `await started(create_task(…))`: nobody takes the task. */
function dropped(node: ast.Expression, emit: StatementEmit): target.Expression | null {
  if (node.tag !== "Call" || !emit.facts.effects.starts_eagerly(node)) return null;
  const made = emit.expression(node);
  return made.kind === "Member" ? made.object : made;
}

/** A float that nobody takes needs no form. */
function value(node: ast.Expression, emit: StatementEmit): target.Expression {
  return emit.facts.floats.is_plain(node) ? emit.unboxed(node) : emit.expression(node);
}
