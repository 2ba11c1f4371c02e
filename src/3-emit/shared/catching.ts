// The catch clause for the handlers of a try statement.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { attached_to } from "../comments.ts";
import { exception_test, takes_all, sees_native_errors } from "./exception-test.ts";
import { handled } from "./handled.ts";
import { is_quiet_handler } from "./quiet.ts";
import { falls_through } from "./reachability.ts";
import { store_name } from "./store-name.ts";
import { is_deferred, some_node } from "./walk.ts";
import type { StatementEmit } from "./statement-emit.ts";

export interface CatchClause {
  readonly parameter: target.Identifier;
  readonly handler: target.Block;
}

/** `leave`: the label of the block that a handler leaves when it ends, or `null`. */
export function catching(node: ast.Try, leave: string | null, emit: StatementEmit): CatchClause {
  const shared = shared_name(node.handlers, emit);
  const converts = node.handlers.some((handler) => sees_native_errors(handler.type, emit));
  const caught = shared ?? emit.scoped(converts ? "exception" : "error");
  const parameter = converts ? emit.scoped("error") : caught;
  const handling = is_remembered(node, emit) ? emit.fresh("handling") : null;
  const inner = emit.within({ handled: caught, handling });
  const chain = handlers_from(node.handlers, 0, caught, leave, inner);
  const handlers = chain.kind === "Block" ? chain.statements : [chain];
  const statements = handling === null ? handlers : handled(handling, caught, handlers, emit);
  if (!converts)
    return { parameter: build.identifier(parameter), handler: build.block(statements) };
  const convert = build.call(emit.builtin("as_exception"), [build.identifier(parameter)]);
  return {
    parameter: build.identifier(parameter),
    handler: build.block([
      build.declare("const", build.identifier(caught), convert, { type: caught_type(node, emit) }),
      ...statements,
    ]),
  };
}

/** `except errors as e`: TypeScript can't tell from the test what the exception is. */
function caught_type({ handlers }: ast.Try, emit: StatementEmit): target.Type | null {
  const is_told = (type: ast.Expression): boolean =>
    type.tag === "Tuple"
      ? type.elts.every(is_told)
      : /^(?:runtime_)?class$/.test(emit.facts.types.of(type).type);
  return handlers.every(({ name, type }) => name === null || type === null || is_told(type))
    ? null
    : emit.type({ type: "unknown" });
}

/** Where the program can see it, the runtime is told which exception is handled, and what the handlers raise. */
function is_remembered({ handlers }: ast.Try, emit: StatementEmit): boolean {
  if (handlers.some(raises_behind_another)) return true;
  return (
    emit.facts.effects.sees_handled && !handlers.every((handler) => is_quiet_handler(handler, emit))
  );
}

/** A handler inside of the handler raises: the traceback shows the whole chain, which its own `raise` does not know. */
function raises_behind_another(handler: ast.ExceptHandler): boolean {
  const raises = (node: ast.Node): boolean =>
    node.tag === "Raise" && (node as ast.Raise).exc !== null && !is_none((node as ast.Raise).cause);
  const in_handler = (node: ast.Node): boolean =>
    node.tag === "ExceptHandler" && some_node(node, raises, is_run_here);
  return handler.body.some((each) => some_node(each, in_handler, is_run_here));
}

function is_run_here(node: ast.Node): boolean {
  return !is_deferred(node);
}

function is_none(cause: ast.Expression | null): boolean {
  return cause?.tag === "Constant" && cause.value.type === "None";
}

/** The name that all handlers give the exception, if it is a variable of theirs that nobody assigns. */
function shared_name(handlers: readonly ast.ExceptHandler[], emit: StatementEmit): string | null {
  const names = new Set<string>();
  for (const handler of handlers) {
    if (handler.name === null) continue;
    if (emit.declarations.declares_in(handler, handler.name) !== "const") return null;
    names.add(emit.name(emit.facts.scopes.defined_by(handler)));
  }
  const [only] = names;
  return names.size === 1 && only !== undefined ? only : null;
}

function handlers_from(
  handlers: readonly ast.ExceptHandler[],
  index: number,
  caught: string,
  leave: string | null,
  emit: StatementEmit,
): target.Block | (target.If & target.Attached) {
  const handler = handlers[index];
  if (handler === undefined) return build.block([build.throw_(build.identifier(caught))]);
  const body = handler_body(handler, caught, leave, emit);
  if (takes_all(handler.type, emit)) return body;
  const test = exception_test(handler.type, caught, emit);
  const rest = handlers_from(handlers, index + 1, caught, leave, emit);
  const attached = attached_to(handler, emit.trivia)?.leading;
  const chain = build.from(handler, build.if_(test, body, rest));
  return attached === undefined ? chain : { ...chain, leading: attached };
}

function handler_body(
  handler: ast.ExceptHandler,
  caught: string,
  leave: string | null,
  emit: StatementEmit,
): target.Block {
  const statements = [
    ...bind(handler, caught, emit),
    ...emit.statements(handler.body, handler),
    ...unbind(handler, emit),
    ...(leave !== null && falls_through(handler.body, emit.facts) ? [build.break_(leave)] : []),
  ];
  return build.block(statements);
}

/** Python forgets the handler's name at its end; seen where the name is a variable of the whole function. */
function unbind(handler: ast.ExceptHandler, emit: StatementEmit): readonly target.Statement[] {
  if (handler.name === null || !falls_through(handler.body, emit.facts)) return [];
  if (emit.declarations.declares_in(handler, handler.name) !== null) return [];
  const name = build.identifier(emit.name(emit.facts.scopes.defined_by(handler)));
  return [build.statement(build.assign(name, build.non_null(build.undefined_())))];
}

/** Gives the exception the handler's name where the clause does not bear it already. */
function bind(
  handler: ast.ExceptHandler,
  caught: string,
  emit: StatementEmit,
): readonly target.Statement[] {
  if (handler.name === null) return [];
  const binding = emit.facts.scopes.defined_by(handler);
  if (emit.name(binding) === caught) return [];
  const keyword = emit.declarations.declares_in(handler, handler.name);
  if (keyword !== "let") return [store_name(binding, build.identifier(caught), keyword, emit)];
  // The handler stores other exceptions in it as well: `e = e.__context__`.
  const type = emit.type(emit.facts.types.of_binding(binding));
  return [build.declare(keyword, emit.name(binding), build.identifier(caught), { type })];
}
