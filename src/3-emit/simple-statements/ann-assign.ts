// x: int = 1 → const x: number = 1;
import type * as ast from "../../../grammar/ast/index.ts";
import type * as target from "../../target/nodes.ts";
import { stored_in } from "../shared/numeric.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { declaring_keyword, store } from "../shared/store.ts";
import { declare_name } from "../shared/variable.ts";

/** Without a value it only says a type, which the declaration of the variable shows. */
export function ann_assign(node: ast.AnnAssign, emit: StatementEmit): readonly target.Statement[] {
  const { value, target: to } = node;
  if (value === null) return [];
  const keyword = declaring_keyword(to, emit);
  const emitted = stored_in(to, value, emit);
  if (to.tag === "Name" && keyword !== null) {
    return [declare_name(to, keyword, value, emitted, emit, node.annotation)];
  }
  return store(to, emitted, emit.facts.types.of(value), null, emit);
}
