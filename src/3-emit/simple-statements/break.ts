// break → break (out of the labelled block where the loop has an `else`)
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function break_(_node: ast.Break, emit: StatementEmit): readonly target.Statement[] {
  return [build.break_(emit.surroundings.break_label)];
}
