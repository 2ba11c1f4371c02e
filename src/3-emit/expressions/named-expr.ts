// (n := f()) → (n = f())
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

export function named_expr(node: ast.NamedExpr, emit: Emit): target.Expression {
  return build.assign(emit.target(node.target), emit.expression(node.value));
}
