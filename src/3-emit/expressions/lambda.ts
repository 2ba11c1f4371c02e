// lambda x: x + 1 → (x) => x + 1
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { marked } from "../shared/marks.ts";

export function lambda(node: ast.Lambda, emit: Emit): target.Expression {
  return marked(arrow(node, emit), node, emit);
}

function arrow(node: ast.Lambda, emit: Emit): target.Expression {
  const { body, ...parts } = emit.function_parts(node);
  if (parts.generator) return build.function_expression(null, parts, body);
  const [only] = body.statements;
  const is_short = only?.kind === "Return" && body.statements.length === 1;
  return { kind: "ArrowFunction", ...parts, body: is_short ? (only.value ?? build.null_()) : body };
}
