// case x: / case p as x: / case _: → binds the subject
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit, PatternParts } from "../emit.ts";

export function match_as(node: ast.MatchAs, subject: target.Expression, emit: Emit): PatternParts {
  const inner =
    node.pattern === null
      ? { test: build.boolean(true), bindings: [] }
      : emit.pattern(node.pattern, subject);
  if (node.name === null) return inner;
  const name = emit.name(emit.facts.scopes.defined_by(node));
  const own = { name, python_name: node.name, value: subject };
  return { test: inner.test, bindings: [...inner.bindings, own] };
}
