// Coroutine calls that are emitted as closures, `() => f(x)`: frames of the engine that Python does not have.
import type * as ast from "../../grammar/ast/index.ts";

const closures = new WeakSet<ast.Node>();

/** Notes that the call is handed over as a closure. */
export function mark_closure(node: ast.Call): void {
  closures.add(node);
}

export function is_closure(node: ast.Node): boolean {
  return closures.has(node);
}
