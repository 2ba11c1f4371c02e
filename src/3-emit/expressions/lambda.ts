// lambda x: x + 1 → (x) => x + 1
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { may_be_called_with_keywords, signature_text } from "../shared/signature-text.ts";

export function lambda(node: ast.Lambda, emit: Emit): target.Expression {
  const made = arrow(node, emit);
  if (!may_be_called_with_keywords(node, emit)) return made;
  const text = build.string(signature_text(node, emit));
  return build.call(emit.builtin("signature"), [made, text]);
}

function arrow(node: ast.Lambda, emit: Emit): target.Expression {
  const { body, ...parts } = emit.function_parts(node);
  if (parts.generator) return build.function_expression(null, parts, body);
  const [only] = body.statements;
  const is_short = only?.kind === "Return" && body.statements.length === 1;
  return { kind: "ArrowFunction", ...parts, body: is_short ? (only.value ?? build.null_()) : body };
}
