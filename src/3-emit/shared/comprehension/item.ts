// What a comprehension gives for each round.
import type * as ast from "../../../../grammar/ast/index.ts";
import type * as target from "../../../target/nodes.ts";

/** One expression, or key and value of a dict. */
export interface Item {
  readonly nodes: readonly ast.Expression[];
  readonly emitted: () => target.Expression;
}
