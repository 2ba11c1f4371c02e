// case [a, *rest, b]: → is_sequence(subject) && subject.length >= 2 && …
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit, PatternParts } from "../emit.ts";
import { both } from "../shared/pattern-parts.ts";

export function match_sequence(
  node: ast.MatchSequence,
  subject: target.Expression,
  emit: Emit,
): PatternParts {
  const { patterns } = node;
  const star = patterns.findIndex((pattern) => pattern.tag === "MatchStar");
  const fixed = star === -1 ? patterns.length : patterns.length - 1;
  const length = build.call(emit.builtin("len"), [subject]);
  const is_sequence = build.call(emit.builtin("is_sequence"), [subject]);
  const has_length = build.binary(star === -1 ? "===" : ">=", length, build.number(fixed));
  const head: PatternParts = { test: build.chain("&&", is_sequence, has_length), bindings: [] };
  return patterns.reduce<PatternParts>((parts, pattern, index) => {
    const item = item_at(index, star, patterns.length, subject, emit);
    return both(parts, emit.pattern(pattern, item));
  }, head);
}

function item_at(
  index: number,
  star: number,
  count: number,
  subject: target.Expression,
  emit: Emit,
): target.Expression {
  const get = (key: target.Expression): target.Expression =>
    build.call(emit.builtin("getitem"), [subject, key]);
  if (star === -1 || index < star) return get(build.number(index));
  if (index > star) return get(build.number(index - count));
  const after = count - star - 1;
  const ends = [build.number(star), ...(after === 0 ? [] : [build.number(after)])];
  return build.call(emit.builtin("sequence_rest"), [subject, ...ends]);
}
