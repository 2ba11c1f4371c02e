// Gives a variable a value where Python's syntax names it without a Name node (handlers, captures, imports).
import type { Binding } from "../../facts/scopes.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Keyword } from "./declarations.ts";
import type { StatementEmit } from "./statement-emit.ts";

export function store_name(
  binding: Binding,
  value: target.Expression,
  keyword: Keyword | null,
  emit: StatementEmit,
): target.Statement {
  const name = build.identifier(emit.name(binding));
  if (keyword === null) return build.statement(build.assign(name, value));
  return build.declare(keyword, name, value, {
    export: emit.surroundings.is_top_level && emit.is_exported(binding),
  });
}
