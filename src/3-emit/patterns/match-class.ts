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
  const is_itself = node.patterns.length === 1 && is_self_matching(node.cls, emit);
  const positional = node.patterns.reduce<PatternParts>(
    (parts, pattern, index) => {
      if (is_itself) return both(parts, emit.pattern(pattern, subject));
      const item = build.call(emit.builtin("match_argument"), [subject, cls, build.number(index)]);
      return both(parts, emit.pattern(pattern, item));
    },
    { test: class_test(node, subject, cls, is_itself, emit), bindings: [] },
  );
  return node.kwd_patterns.reduce<PatternParts>((parts, pattern, index) => {
    const name = build.string(node.kwd_attrs[index] ?? "");
    const value = build.call(emit.builtin("getattr"), [subject, name]);
    return both(parts, emit.pattern(pattern, value));
  }, positional);
}

/** `isinstance` where nothing but the class is asked for, and it is one. */
function class_test(
  node: ast.MatchClass,
  subject: target.Expression,
  cls: target.Expression,
  is_itself: boolean,
  emit: Emit,
): target.Expression {
  const count = is_itself ? 0 : node.patterns.length;
  const type = emit.facts.types.of(node.cls);
  const is_class = type.type === "class" || type.type === "runtime_class";
  if (count === 0 && node.kwd_attrs.length === 0 && is_class)
    return build.call(emit.builtin("isinstance"), [subject, cls]);
  const names = node.kwd_attrs.map((name) => build.string(name));
  return build.call(emit.builtin("match_class"), [subject, cls, build.number(count), ...names]);
}

const SELF_MATCHING: ReadonlySet<string> = new Set(
  "bool bytearray bytes dict float frozenset int list set str tuple".split(" "),
);

function is_self_matching(cls: ast.Expression, emit: Emit): boolean {
  if (cls.tag !== "Name" || !SELF_MATCHING.has(cls.id)) return false;
  return emit.facts.scopes.resolve(cls).kind === "builtin";
}
