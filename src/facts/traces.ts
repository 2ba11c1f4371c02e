// Where errors are raised whose trace nobody can see: it need not be kept.
import type * as ast from "../../grammar/ast/index.ts";

export interface Traces {
  /** What this raises is certainly caught, by a handler that does not show where it came from. */
  is_unseen(node: ast.Raise | ast.Call | ast.Subscript): boolean;
}
