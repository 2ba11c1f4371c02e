// case None: → subject == null;   case True: → subject === true
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { PatternParts } from "../emit.ts";

export function match_singleton(
  node: ast.MatchSingleton,
  subject: target.Expression,
): PatternParts {
  const { value } = node;
  const test =
    value.type === "bool"
      ? build.binary("===", subject, build.boolean(value.value))
      : build.binary("==", subject, build.null_());
  return { test, bindings: [] };
}
