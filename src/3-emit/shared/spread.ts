// *xs in a call or display → ...xs: all items are taken at once.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { consumed } from "./comprehension/consumed.ts";
import { iterated } from "./iterated.ts";

export function spread(node: ast.Expression, emit: Emit): target.Expression {
  const all = node.tag === "GeneratorExp" ? consumed(node, emit) : null;
  return build.spread(all ?? iterated(node, emit));
}
