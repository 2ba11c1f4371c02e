// What a raise throws: inside a handler the exception remembers the one that was being handled.
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { StatementEmit } from "./statement-emit.ts";

/** The error to throw, with its context when it is raised while another one is handled. */
export function raised(error: target.Expression, emit: StatementEmit): target.Expression {
  const { handled } = emit.surroundings;
  if (handled === null) return error;
  return build.call(emit.builtin("in_context"), [error, build.identifier(handled)]);
}
