// try: … except* A as g: … → try { … } catch (error) { except_star(error, [[A, (g) => { … }]]); }
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { some_node } from "../shared/walk.ts";
import { store_name } from "../shared/store-name.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

/** Python forbids break, continue and return in the handlers, so functions can stand for them. */
export function try_star(node: ast.TryStar, emit: StatementEmit): readonly target.Statement[] {
  const error = emit.scoped("error");
  const waits = node.handlers.some(awaits);
  const helper = emit.builtin(waits ? "except_star_async" : "except_star");
  const handlers = node.handlers.map((handler) => handler_pair(handler, waits, emit));
  const call = build.call(helper, [build.identifier(error), build.array(handlers)]);
  const caught = build.block([build.statement(waits ? build.await_(call) : call)]);
  const parts = { parameter: build.identifier(error), handler: caught };
  const finalizer = node.finalbody.length > 0 ? emit.suite(node.finalbody, node) : null;
  if (node.orelse.length === 0) {
    return [build.try_(emit.suite(node.body, node), { ...parts, finalizer })];
  }
  const label = emit.fresh("attempt");
  const leave = build.block([...caught.statements, build.break_(label)]);
  const attempt = build.try_(emit.suite(node.body, node), { ...parts, handler: leave });
  const both = build.block([attempt, ...emit.statements(node.orelse, node)]);
  const labeled = build.labeled(label, both);
  return finalizer === null ? [labeled] : [build.try_(build.block([labeled]), { finalizer })];
}

function handler_pair(
  handler: ast.ExceptHandler,
  waits: boolean,
  emit: StatementEmit,
): target.Expression {
  const binding = handler.name === null ? null : emit.facts.scopes.defined_by(handler);
  const is_own =
    handler.name !== null && emit.declarations.declares_in(handler, handler.name) !== null;
  const name = binding !== null && is_own ? emit.name(binding) : emit.fresh("group");
  const inner = emit.within({ handled: name, handling: null });
  const stored =
    binding === null || is_own ? [] : [store_name(binding, build.identifier(name), null, emit)];
  const body = build.block([...stored, ...inner.statements(handler.body, handler)]);
  const types = handler.type === null ? build.null_() : emit.expression(handler.type);
  return build.array([types, build.arrow([name], body, { async: waits })]);
}

function awaits(handler: ast.ExceptHandler): boolean {
  return handler.body.some((statement) =>
    some_node(
      statement,
      (node) => node.tag === "Await" || node.tag === "AsyncFor" || node.tag === "AsyncWith",
      (node) => node.tag !== "AsyncFunctionDef",
    ),
  );
}
