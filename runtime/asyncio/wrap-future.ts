// Bridges between the futures of threads and those of a loop: wrap_future, run_coroutine_threadsafe.
import type { Coroutine } from "../builtins/coroutine.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { KeyboardInterrupt, SystemExit, TypeError } from "../builtins/exceptions/index.ts";
import {
  CancelledError as ThreadCancelledError,
  Future as ThreadFuture,
  InvalidStateError as ThreadInvalidStateError,
} from "../concurrency/future.ts";
import { shown_as } from "./format_helpers.ts";
import { is_coroutine_like } from "./coroutines.ts";
import { ensure_future } from "./ensure-future.ts";
import type { AbstractEventLoop } from "./events.ts";
import { CancelledError, InvalidStateError } from "./exceptions.ts";
import { type Future, isfuture } from "./futures.ts";
import { get_event_loop } from "./policy.ts";

/** A future of the loop that follows a `concurrent.futures.Future`; the loop's own come back as they are. */
export function wrap_future<T>(
  future: ThreadFuture<T> | Future<T>,
  { loop = null }: { readonly loop?: AbstractEventLoop | null } = {},
): Future<T> {
  if (isfuture(future)) return future as Future<T>;
  if (!(future instanceof ThreadFuture)) {
    throw new TypeError("concurrent.futures.Future is expected");
  }
  const target_loop = loop ?? get_event_loop();
  const target = target_loop.create_future() as Future<T>;
  const release = target_loop.hold({ by_thread: true });
  target.add_done_callback(
    shown_as("_chain_future.<locals>._call_check_cancel", () => {
      release();
      if (target.cancelled()) future.cancel();
    }),
  );
  future.add_done_callback(() => {
    if (target.cancelled() && target_loop.is_closed()) return;
    if (!target_loop.is_closed()) target_loop.call_soon_threadsafe(copy_to_loop, future, target);
  });
  return target;
}

/** Has another thread's loop run a coroutine; the result can be waited for here. TypeError for what is no coroutine. */
export function run_coroutine_threadsafe<T>(
  coro: Coroutine<T> | (() => Promise<T>),
  loop: AbstractEventLoop,
): ThreadFuture<T> {
  if (!is_coroutine_like(coro)) throw new TypeError("A coroutine object is required");
  const future = new ThreadFuture<T>();
  const callback = (): void => {
    try {
      follow(ensure_future(coro, { loop }), future, loop);
    } catch (error) {
      if (error instanceof SystemExit || error instanceof KeyboardInterrupt) throw error;
      if (future.set_running_or_notify_cancel()) future.set_exception(error);
      throw error;
    }
  };
  loop.call_soon_threadsafe(callback);
  return future;
}

/** The thread's future follows the loop's; its cancellation goes the other way. */
function follow<T>(source: Future<T>, target: ThreadFuture<T>, loop: AbstractEventLoop): void {
  target.add_done_callback(() => {
    if (target.cancelled()) loop.call_soon_threadsafe(() => source.cancel());
  });
  source.add_done_callback(
    shown_as("_chain_future.<locals>._call_set_state", () => {
      if (source.cancelled()) target.cancel();
      if (!target.set_running_or_notify_cancel()) return;
      const error = source.exception();
      if (error === null) target.set_result(source.result());
      else target.set_exception(error);
    }),
  );
}

/** The outcome of a future that is done becomes that of another one. */
export function _copy_future_state<T>(source: ThreadFuture<T> | Future<T>, dest: Future<T>): void {
  if (source instanceof ThreadFuture) return copy_to_loop(source, dest);
  if (source.cancelled()) dest.cancel();
  else if (source.exception() === null) dest.set_result(source.result());
  else dest.set_exception(for_loop(source.exception()));
}

function copy_to_loop<T>(source: ThreadFuture<T>, target: Future<T>): void {
  if (target.done()) return;
  if (source.cancelled()) {
    target.cancel();
    return;
  }
  const outcome = source._outcome();
  if ("result" in outcome) target.set_result(outcome.result);
  else target.set_exception(for_loop(outcome.exception));
}

/** Each side has exception classes of its own for the same thing. */
function for_loop(error: Dynamic): Dynamic {
  if (error?.constructor === ThreadCancelledError) return new CancelledError(...error.args);
  if (error?.constructor === ThreadInvalidStateError) return new InvalidStateError(...error.args);
  return error;
}
