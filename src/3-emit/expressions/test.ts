// What stands in `if (…)`, `while (…)`, `!(…)`: the truth of an expression, shortest where JavaScript agrees.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { type_of } from "../shared/kinds.ts";
import { truth } from "../shared/truth.ts";

export function test(node: ast.Expression, emit: Emit): target.Expression {
  if (node.tag === "BoolOp") {
    const [first, ...rest] = node.values.map((value) => emit.test(value));
    if (first !== undefined) return build.chain(node.op === "And" ? "&&" : "||", first, ...rest);
  }
  if (node.tag === "Constant") {
    const constant = constant_truth(node.value);
    if (constant !== null) return build.boolean(constant);
  }
  // Comparisons and negations give a boolean, whatever their operands.
  if (node.tag === "Compare" || (node.tag === "UnaryOp" && node.op === "Not"))
    return emit.expression(node);
  return truth(emit.expression(node), type_of(node, emit), emit);
}

function constant_truth(value: ast.ConstantValue): boolean | null {
  switch (value.type) {
    case "bool":
      return value.value;
    case "int":
      return value.value !== 0n;
    case "None":
      return false;
    default:
      return null;
  }
}
