// assert x, m → if (!x) throw new AssertionError(m);
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { raised } from "../shared/raised.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function assert(node: ast.Assert, emit: StatementEmit): readonly target.Statement[] {
  const args = node.msg === null ? [] : [emit.expression(node.msg)];
  const error = build.new_(emit.builtin("AssertionError"), args);
  const failed = build.not(emit.test(node.test));
  return [
    build.if_(
      failed,
      build.block([build.from(node, build.throw_(build.from(node, raised(error, emit))))]),
    ),
  ];
}
