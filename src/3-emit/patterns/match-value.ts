// case 1: / case Color.RED: → subject == value
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit, PatternParts } from "../emit.ts";

export function match_value(
  node: ast.MatchValue,
  subject: target.Expression,
  emit: Emit,
): PatternParts {
  const value = emit.expression(node.value);
  // A string equals nothing but a string of the same text.
  const is_text = node.value.tag === "Constant" && node.value.value.type === "str";
  const test = is_text
    ? build.binary("===", subject, value)
    : build.call(emit.builtin("eq"), [subject, value]);
  return { test, bindings: [] };
}
