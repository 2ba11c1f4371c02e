// wrap_promise: native promises, of fetch and the like, as futures of the loop.
import { RuntimeError } from "../builtins/exceptions/index.ts";
import type { AbstractEventLoop } from "./events.ts";
import { running_loop } from "./events.ts";
import type { Future } from "./futures.ts";

/** A future that follows the promise. Other tasks run meanwhile; cancelling the future leaves the promise alone. */
export function wrap_promise<T>(
  promise: PromiseLike<T>,
  { loop = null }: { readonly loop?: AbstractEventLoop | null } = {},
): Future<T> {
  const target_loop = loop ?? running_loop();
  const future = target_loop.create_future() as Future<T>;
  const release = target_loop.hold();
  const deliver = (settle: () => void): void => {
    release();
    if (!target_loop.is_closed()) {
      target_loop.call_soon_threadsafe(() => future.done() || settle());
    }
  };
  promise.then(
    (value) => deliver(() => future.set_result(value)),
    (error: unknown) => deliver(() => future.set_exception(as_error(error))),
  );
  return future;
}

/** JavaScript throws anything; a future takes exceptions alone. */
function as_error(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new RuntimeError(String(thrown));
}
