// case {"k": p, **rest}: → is_mapping(subject) && contains(subject, "k") && …
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit, PatternParts } from "../emit.ts";
import { both } from "../shared/pattern-parts.ts";

export function match_mapping(
  node: ast.MatchMapping,
  subject: target.Expression,
  emit: Emit,
): PatternParts {
  const keys = node.keys.map((key) => emit.expression(key));
  const head: PatternParts = {
    test: build.call(emit.builtin("is_mapping"), [subject]),
    bindings: [],
  };
  const parts = node.patterns.reduce<PatternParts>((found, pattern, index) => {
    const key = keys[index] ?? build.null_();
    const has: PatternParts = {
      test: build.call(emit.builtin("contains"), [subject, key]),
      bindings: [],
    };
    const item = build.call(emit.builtin("getitem"), [subject, key]);
    return both(both(found, has), emit.pattern(pattern, item));
  }, head);
  if (node.rest === null) return parts;
  const name = emit.name(emit.facts.scopes.defined_by(node));
  const value = build.call(emit.builtin("mapping_rest"), [subject, build.array(keys)]);
  return { ...parts, bindings: [...parts.bindings, { name, python_name: node.rest, value }] };
}
