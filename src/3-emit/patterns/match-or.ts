// case a | b: → test of a || test of b
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit, PatternParts } from "../emit.ts";

/** Alternatives that capture names bind them from whichever alternative matched. */
export function match_or(node: ast.MatchOr, subject: target.Expression, emit: Emit): PatternParts {
  const parts = node.patterns.map((pattern) => emit.pattern(pattern, subject));
  const [first, ...rest] = parts;
  if (first === undefined) return { test: build.boolean(false), bindings: [] };
  const test = build.chain("||", first.test, ...rest.map((each) => each.test));
  const bindings = first.bindings.map((binding) => ({
    ...binding,
    value: parts
      .slice(0, -1)
      .reduceRight<target.Expression>(
        (otherwise, part) => build.conditional(part.test, value_of(part, binding.name), otherwise),
        value_of(parts.at(-1) ?? first, binding.name),
      ),
  }));
  return { test, bindings };
}

function value_of(parts: PatternParts, name: string): target.Expression {
  return parts.bindings.find((each) => each.name === name)?.value ?? build.null_();
}
