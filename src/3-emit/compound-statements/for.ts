// for x in xs: … → for (const x of xs) { … };   for i in range(n): … → for (let i = 0; i < n; i++) { … }
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { counting_loop } from "../shared/counting-loop.ts";
import { iterable } from "../shared/iterable.ts";
import { loop_head } from "../shared/loop-head.ts";
import { with_else } from "../shared/loop.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { element_of, is_blocking_iterator } from "../shared/types.ts";

export function for_(node: ast.For, emit: StatementEmit): readonly target.Statement[] {
  return with_else(node, emit, (inner) => {
    const counting = counting_loop(node, inner);
    if (counting !== null) return [counting];
    const element = element_of(emit.facts.types.of(node.iter));
    const head = loop_head(node.target, element, emit);
    const body = build.block([...head.stores, ...inner.statements(node.body, node)]);
    if (is_blocking_iterator(emit.facts.types.of(node.iter))) {
      const waited = { await: true };
      return [build.for_of(head.keyword, head.target, emit.expression(node.iter), body, waited)];
    }
    return [build.for_of(head.keyword, head.target, iterable(node, emit), body)];
  });
}
