// try: … except (A, B) as e: … → try { … } catch (e) { if (e instanceof A || e instanceof B) { … } else throw e; }
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { catching } from "../shared/catching.ts";
import { falls_through } from "../shared/reachability.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function try_(node: ast.Try, emit: StatementEmit): readonly target.Statement[] {
  if (node.handlers.length === 0) {
    return [
      build.try_(emit.suite(node.body, node), { finalizer: emit.suite(node.finalbody, node) }),
    ];
  }
  if (node.orelse.length === 0) {
    const clause = catching(node, null, emit);
    const body = emit.suite(node.body, node);
    if (node.finalbody.length === 0) return [build.try_(body, clause)];
    return [build.try_(body, { ...clause, finalizer: emit.suite(node.finalbody, node) })];
  }
  const statements = with_else(node, emit);
  if (node.finalbody.length === 0) return statements;
  return [build.try_(build.block(statements), { finalizer: emit.suite(node.finalbody, node) })];
}

/** What the `else` suite raises is not caught: it stands behind, and handlers that end leave a block around both. */
function with_else(node: ast.Try, emit: StatementEmit): readonly target.Statement[] {
  const ends = node.handlers.some((handler) => falls_through(handler.body, emit.facts));
  const label = ends ? emit.fresh("attempt") : null;
  const clause = catching(node, label, emit);
  const attempt = build.try_(emit.suite(node.body, node), clause);
  const both = [attempt, ...emit.statements(node.orelse, node)];
  return label === null ? both : [build.labeled(label, build.block(both))];
}
