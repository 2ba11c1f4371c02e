// global x, nonlocal x → nothing: the names mean the outer variables anyway
import type * as target from "../../target/nodes.ts";

export function scope_statement(): readonly target.Statement[] {
  return [];
}
