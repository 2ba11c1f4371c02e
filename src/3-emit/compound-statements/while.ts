// while x: … → while (x) { … }
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { with_else } from "../shared/loop.ts";
import { is_endless } from "../shared/reachability.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function while_(node: ast.While, emit: StatementEmit): readonly target.Statement[] {
  return with_else(node, emit, (inner) => {
    const test = is_endless(node) ? build.boolean(true) : emit.test(node.test);
    return [build.while_(test, inner.suite(node.body, node))];
  });
}
