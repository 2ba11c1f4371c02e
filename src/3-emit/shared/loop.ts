// What all loops share: `else`, and the label that `break` needs because of it.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { has_break } from "./reachability.ts";
import type { StatementEmit } from "./statement-emit.ts";

interface Loop extends ast.Node {
  readonly body: readonly ast.Statement[];
  readonly orelse: readonly ast.Statement[];
}

/**
 * The loop that `make` builds with the emitter for its body, and behind it the `else` suite; a `break`
 * then leaves a block around both.
 */
export function with_else(
  node: Loop,
  emit: StatementEmit,
  make: (emit: StatementEmit) => readonly target.Statement[],
): readonly target.Statement[] {
  const plain = emit.within({ break_label: null, continue_label: null });
  if (node.orelse.length === 0) return make(plain);
  if (!has_break(node.body)) return [...make(plain), ...emit.statements(node.orelse, node)];
  const label = emit.fresh("search");
  const loop = make(emit.within({ break_label: label, continue_label: null }));
  return [build.labeled(label, build.block([...loop, ...emit.statements(node.orelse, node)]))];
}
