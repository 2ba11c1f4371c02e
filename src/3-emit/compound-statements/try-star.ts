// try: … except* A as g: … → try { … } catch (error) { except_star(error, [[A, (g) => { … }]]); }
// Handlers that yield can't be functions: const parts = new GroupParts(error); const g = parts.take(A); if (g !== null) { … } … parts.finish();
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { suspends } from "../shared/suspends.ts";
import { is_deferred, some_node } from "../shared/walk.ts";
import { store_name } from "../shared/store-name.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

/** Python forbids break, continue and return in the handlers, so functions can stand for them. */
export function try_star(node: ast.TryStar, emit: StatementEmit): readonly target.Statement[] {
  const error = emit.scoped("error");
  const caught = build.block(
    node.handlers.some(yields) ? in_place(node, error, emit) : by_functions(node, error, emit),
  );
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

function by_functions(
  node: ast.TryStar,
  error: string,
  emit: StatementEmit,
): readonly target.Statement[] {
  const waits = node.handlers.some((handler) => awaits(handler, emit));
  const helper = emit.builtin(waits ? "except_star_async" : "except_star");
  const handlers = node.handlers.map((handler) => handler_pair(handler, waits, emit));
  const call = build.call(helper, [build.identifier(error), build.array(handlers)]);
  return [build.statement(waits ? build.await_(call) : call)];
}

function handler_pair(
  handler: ast.ExceptHandler,
  waits: boolean,
  emit: StatementEmit,
): target.Expression {
  const { name, body } = handler_body(handler, emit);
  return build.array([caught_types(handler, emit), build.arrow([name], body, { async: waits })]);
}

function in_place(
  node: ast.TryStar,
  error: string,
  emit: StatementEmit,
): readonly target.Statement[] {
  const parts = build.identifier(emit.fresh("parts"));
  const clauses = node.handlers.map((handler) => {
    const { name, body } = handler_body(handler, emit, parts.name);
    const taken = build.method_call(parts, "take", [caught_types(handler, emit)]);
    const raised = build.identifier(emit.scoped("raised"));
    const run = build.try_(body, {
      parameter: raised,
      handler: build.block([build.statement(build.method_call(parts, "raised", [raised]))]),
      finalizer: build.block([build.statement(build.method_call(parts, "done"))]),
    });
    const is_taken = build.binary("!==", build.identifier(name), build.null_());
    return build.block([build.const_(name, taken), build.if_(is_taken, build.block([run]))]);
  });
  return [
    build.const_(parts.name, build.new_(emit.builtin("GroupParts"), [build.identifier(error)])),
    ...clauses,
    build.statement(build.method_call(parts, "finish")),
  ];
}

/** What runs for a group, which bears a name of the handler's own. */
function handler_body(
  handler: ast.ExceptHandler,
  emit: StatementEmit,
  handling: string | null = null,
): { readonly name: string; readonly body: target.Block } {
  const binding = handler.name === null ? null : emit.facts.scopes.defined_by(handler);
  const is_own =
    handler.name !== null && emit.declarations.declares_in(handler, handler.name) !== null;
  const name = binding !== null && is_own ? emit.name(binding) : emit.fresh("group");
  const inner = emit.within({ handled: name, handling });
  const stored =
    binding === null || is_own ? [] : [store_name(binding, build.identifier(name), null, emit)];
  return { name, body: build.block([...stored, ...inner.statements(handler.body, handler)]) };
}

function caught_types(handler: ast.ExceptHandler, emit: StatementEmit): target.Expression {
  return handler.type === null ? build.null_() : emit.expression(handler.type);
}

function awaits(handler: ast.ExceptHandler, emit: StatementEmit): boolean {
  return handler.body.some(
    (statement) =>
      !is_deferred(statement) &&
      (suspends(statement, emit) ||
        has_part(statement, (node) => node.tag === "AsyncFor" || node.tag === "AsyncWith")),
  );
}

function yields(handler: ast.ExceptHandler): boolean {
  return handler.body.some((statement) =>
    has_part(statement, (node) => node.tag === "Yield" || node.tag === "YieldFrom"),
  );
}

function has_part(statement: ast.Statement, matches: (node: ast.Node) => boolean): boolean {
  return some_node(statement, matches, (node) => !is_deferred(node));
}
