// Joins the tests and bindings of patterns.
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { PatternParts } from "../emit.ts";

/** Both must match, the first is tested first. */
export function both(one: PatternParts, other: PatternParts): PatternParts {
  return { test: and(one.test, other.test), bindings: [...one.bindings, ...other.bindings] };
}

function and(one: target.Expression, other: target.Expression): target.Expression {
  if (one.kind === "BooleanLiteral" && one.value) return other;
  if (other.kind === "BooleanLiteral" && other.value) return one;
  return build.chain("&&", one, other);
}
