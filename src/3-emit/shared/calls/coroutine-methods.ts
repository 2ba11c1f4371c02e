// Which method names may make a coroutine, on a receiver that is not known.
import type * as ast from "../../../../grammar/ast/index.ts";
import { tagged } from "../../../../grammar/ast/tagged.ts";
import type { Emit } from "../../emit.ts";

/** A call that is not awaited at once must not start what may turn out a coroutine. */
export function may_be_coroutine_method(node: ast.Call, name: string, emit: Emit): boolean {
  if (emit.facts.effects.of_call(node) === "plain" || is_awaited(node, emit)) return false;
  if (OF_THE_RUNTIME.has(name)) return true;
  return emit.facts.classes.all.some(
    (each) => emit.facts.classes.info(each).methods.get(name)?.tag === "AsyncFunctionDef",
  );
}

/** Coroutine methods of asyncio's objects and of what is like them. */
const OF_THE_RUNTIME: ReadonlySet<string> = new Set(
  (
    "acquire wait wait_for get put join read readline readexactly readuntil drain wait_closed start_serving " +
    "serve_forever communicate create_connection create_server shutdown_asyncgens shutdown_default_executor " +
    "getaddrinfo subprocess_exec subprocess_shell sock_recv sock_sendall sock_connect sock_accept " +
    "asend athrow aclose __anext__ __aenter__ __aexit__ text json request post delete patch head close send " +
    "execute fetch commit connect disconnect start stop"
  ).split(" "),
);

const known = new WeakMap<ast.Node, ReadonlySet<ast.Node>>();

function is_awaited(node: ast.Call, emit: Emit): boolean {
  const module = emit.facts.scopes.module.node;
  let awaited = known.get(module);
  if (awaited === undefined) {
    const waits = [...tagged(module, "Await"), ...tagged(module, "YieldFrom")];
    awaited = new Set(waits.map(({ value }) => value));
    known.set(module, awaited);
  }
  return awaited.has(node);
}
