// x if c else y → c ? x : y
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

export function if_exp(node: ast.IfExp, emit: Emit): target.Expression {
  const test = emit.test(node.test);
  return build.conditional(test, emit.expression(node.body), emit.expression(node.orelse));
}
