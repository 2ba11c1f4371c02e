// continue → continue
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function continue_(_node: ast.Continue, emit: StatementEmit): readonly target.Statement[] {
  return [build.continue_(emit.surroundings.continue_label)];
}
