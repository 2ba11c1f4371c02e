// What stands in `if (…)`, `while (…)`, `!(…)`: the truth of an expression, shortest where JavaScript agrees.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { type_of } from "../shared/kinds.ts";
import { literal_truth, truth } from "../shared/truth.ts";

export function test(node: ast.Expression, emit: Emit): target.Expression {
  if (node.tag === "BoolOp") {
    const [first, ...rest] = node.values.map((value) => emit.test(value));
    if (first !== undefined) return build.chain(node.op === "And" ? "&&" : "||", first, ...rest);
  }
  const literal = literal_truth(node);
  if (literal !== null) return build.boolean(literal);
  // Comparisons and negations give a boolean, whatever their operands.
  if (node.tag === "Compare" || (node.tag === "UnaryOp" && node.op === "Not"))
    return emit.expression(node);
  return truth(emit.expression(node), type_of(node, emit), emit);
}
