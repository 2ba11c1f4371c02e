// try: … except (A, B) as e: … → try { … } catch (e) { if (e instanceof A || e instanceof B) { … } else throw e; }
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { catching } from "../shared/catching.ts";
import { handled_finally } from "../shared/handled.ts";
import { is_quiet } from "../shared/quiet.ts";
import { falls_through } from "../shared/reachability.ts";
import { some_node } from "../shared/walk.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function try_(node: ast.Try, emit: StatementEmit): readonly target.Statement[] {
  const { finalbody } = node;
  if (finalbody.length === 0) return guarded(node, emit);
  const guard = guarded(node, emit.within({ is_finalized: true }));
  if (is_seen(finalbody, emit)) return handled_finally(build.block(guard), node, emit);
  const finalizer = emit.suite(finalbody, node);
  const [only] = guard;
  if (node.handlers.length > 0 && only?.kind === "Try" && guard.length === 1)
    return [{ ...only, finalizer }];
  return [build.try_(build.block(guard), { finalizer })];
}

/** Somebody may see what is on its way while the suite runs, or behind what the suite raises. */
function is_seen(finalbody: readonly ast.Statement[], emit: StatementEmit): boolean {
  if (!emit.facts.effects.sees_handled) return false;
  return finalbody.some((each) => some_node(each, is_raise)) || !is_quiet(finalbody, emit);
}

function is_raise({ tag }: ast.Node): boolean {
  return tag === "Raise";
}

/** The statement without its `finally`. */
function guarded(node: ast.Try, emit: StatementEmit): readonly target.Statement[] {
  if (node.handlers.length === 0) return emit.statements(node.body, node);
  if (node.orelse.length > 0) return with_else(node, emit);
  const clause = catching(node, null, emit);
  return [build.try_(emit.within({ is_tried: true }).suite(node.body, node), clause)];
}

/** What the `else` suite raises is not caught: it stands behind, and handlers that end leave a block around both. */
function with_else(node: ast.Try, emit: StatementEmit): readonly target.Statement[] {
  const ends = node.handlers.some((handler) => falls_through(handler.body, emit.facts));
  const label = ends ? emit.fresh("attempt") : null;
  const clause = catching(node, label, emit);
  const attempt = build.try_(emit.within({ is_tried: true }).suite(node.body, node), clause);
  const both = [attempt, ...emit.statements(node.orelse, node)];
  return label === null ? both : [build.labeled(label, build.block(both))];
}
