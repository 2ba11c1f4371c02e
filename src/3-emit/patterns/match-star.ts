// case [*rest]: → binds the slice that the sequence pattern hands in
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit, PatternParts } from "../emit.ts";

export function match_star(
  node: ast.MatchStar,
  subject: target.Expression,
  emit: Emit,
): PatternParts {
  const test = build.boolean(true);
  if (node.name === null) return { test, bindings: [] };
  const name = emit.name(emit.facts.scopes.defined_by(node));
  return { test, bindings: [{ name, python_name: node.name, value: subject }] };
}
