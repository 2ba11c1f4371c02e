// case 1: / case Color.RED: → subject == value
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit, PatternParts } from "../emit.ts";
import { is_plain_member } from "../shared/enum-members.ts";
import { type_of } from "../shared/kinds.ts";

export function match_value(
  node: ast.MatchValue,
  subject: target.Expression,
  emit: Emit,
): PatternParts {
  const value = emit.expression(node.value);
  // A string equals nothing but a string of the same text.
  const is_text = node.value.tag === "Constant" && node.value.value.type === "str";
  const is_same = is_text || is_plain_member(type_of(node.value, emit), emit);
  const test = is_same
    ? build.binary("===", subject, value)
    : build.call(emit.builtin("eq"), [subject, value]);
  return { test, bindings: [] };
}
