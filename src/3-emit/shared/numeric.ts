// Values where only their number counts: operands of comparisons, of `.2f`; there 2.0 may as well be 2.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { numeric_operator } from "./operators.ts";

export function numeric(node: ast.Expression, emit: Emit): target.Expression {
  if (node.tag === "Constant" && node.value.type === "float")
    return build.from(node, build.number(node.value.value));
  if (node.tag === "BinOp") {
    const operator = numeric_operator(node, emit);
    if (operator !== null) {
      const [left, right] = [numeric(node.left, emit), numeric(node.right, emit)];
      return build.from(node, build.binary(operator, left, right));
    }
  }
  return emit.expression(node);
}
