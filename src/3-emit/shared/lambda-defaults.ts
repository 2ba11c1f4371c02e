// lambda i=i: … → ((i_default) => (i = i_default) => …)(i): defaults are evaluated where the lambda is made
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { kept_defaults } from "./defaults.ts";

export function lambda_with_defaults(
  node: ast.Lambda,
  emit: Emit,
  lambda: (node: ast.Lambda, emit: Emit) => target.Expression,
): target.Expression {
  const kept = kept_defaults(node, emit);
  const made = lambda(node, emit);
  if (kept.length === 0) return made;
  const parameters = kept.map(({ name, value }) =>
    build.parameter(name, { type: emit.type(emit.facts.types.of(value)) }),
  );
  const values = kept.map(({ value }) => emit.expression(value));
  return build.call(build.arrow(parameters, made), values);
}
