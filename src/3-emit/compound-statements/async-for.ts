// async for x in xs: … → for await (const x of xs) { … }
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { left_source } from "../shared/async-source.ts";
import { loop_head } from "../shared/loop-head.ts";
import { with_else } from "../shared/loop.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { element_of } from "../shared/types.ts";

export function async_for(node: ast.AsyncFor, emit: StatementEmit): readonly target.Statement[] {
  return with_else(node, emit, (inner) => {
    const element = element_of(emit.facts.types.of(node.iter));
    const head = loop_head(node.target, element, emit);
    const body = build.block([...head.stores, ...inner.statements(node.body, node)]);
    const over = left_source(node.iter, emit);
    return [build.for_of(head.keyword, head.target, over, body, { await: true })];
  });
}
