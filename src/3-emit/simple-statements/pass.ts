// pass → nothing
import type * as target from "../../target/nodes.ts";

export function pass(): readonly target.Statement[] {
  return [];
}
