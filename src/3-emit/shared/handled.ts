// handle(error): statements during which the runtime knows which exception is handled.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { StatementEmit } from "./statement-emit.ts";

type Statements = readonly target.Statement[];

/** `const handling = handle(error); try { … } catch (raised) { throw handling.raised(raised); } finally { handling.done(); }` */
export function handled(
  handling: string,
  caught: string,
  statements: Statements,
  emit: StatementEmit,
): Statements {
  const start = build.call(emit.builtin("handle"), [build.identifier(caught)]);
  return [build.const_(handling, start), guarded(handling, statements, emit)];
}

/** The body, and a `finally` suite that runs while what the body raises is on its way. */
export function handled_finally(
  body: target.Block,
  node: ast.Try,
  emit: StatementEmit,
): Statements {
  const pending = emit.fresh("pending");
  // Whether an exception is on its way, or that of a handler around, is only known at run time.
  const inner = emit.within({ handled: null, handling: pending });
  const finalizer = inner.statements(node.finalbody, node);
  const error = build.identifier(emit.scoped("error"));
  return [
    build.const_(pending, build.new_(emit.builtin("Pending"))),
    build.try_(body, {
      parameter: error,
      handler: build.block([
        build.throw_(build.method_call(build.identifier(pending), "handle", [error])),
      ]),
      finalizer: build.block([guarded(pending, finalizer, emit)]),
    }),
  ];
}

function guarded(handling: string, statements: Statements, emit: StatementEmit): target.Statement {
  const name = build.identifier(handling);
  const raised = build.identifier(emit.scoped("raised"));
  return build.try_(build.block(statements), {
    parameter: raised,
    handler: build.block([build.throw_(build.method_call(name, "raised", [raised]))]),
    finalizer: build.block([build.statement(build.method_call(name, "done"))]),
  });
}
