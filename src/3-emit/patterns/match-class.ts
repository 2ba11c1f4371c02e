// case Point(x=0, y=py): → isinstance(subject, Point) && …
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit, PatternParts } from "../emit.ts";
import { both } from "../shared/pattern-parts.ts";

/** Built-in types take one positional pattern: the subject itself. Other classes name their own in `__match_args__`. */
export function match_class(
  node: ast.MatchClass,
  subject: target.Expression,
  emit: Emit,
): PatternParts {
  const cls = emit.expression(node.cls);
  const head: PatternParts = {
    test: build.call(emit.builtin("isinstance"), [subject, cls]),
    bindings: [],
  };
  const positional = node.patterns.reduce<PatternParts>((parts, pattern, index) => {
    if (is_self_matching(node.cls)) return both(parts, emit.pattern(pattern, subject));
    const item = build.call(emit.builtin("match_argument"), [subject, cls, build.number(index)]);
    return both(parts, emit.pattern(pattern, item));
  }, head);
  return node.kwd_patterns.reduce<PatternParts>((parts, pattern, index) => {
    const name = build.string(node.kwd_attrs[index] ?? "");
    const has = build.call(emit.builtin("hasattr"), [subject, name]);
    const value = build.call(emit.builtin("getattr"), [subject, name]);
    return both(both(parts, { test: has, bindings: [] }), emit.pattern(pattern, value));
  }, positional);
}

const SELF_MATCHING: ReadonlySet<string> = new Set(
  "bool bytearray bytes dict float frozenset int list set str tuple".split(" "),
);

function is_self_matching(cls: ast.Expression): boolean {
  return cls.tag === "Name" && SELF_MATCHING.has(cls.id);
}
