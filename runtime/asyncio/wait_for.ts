// wait_for: one awaitable with a time limit, in the caller's own task.
import type { Dynamic } from "../builtins/dynamic.ts";
import { TimeoutError } from "../builtins/exceptions/index.ts";
import { not_awaitable } from "../builtins/not-awaitable.ts";
import { as_value } from "../builtins/handover.ts";
import { shown_as } from "./format_helpers.ts";
import { start } from "./coroutines.ts";
import type { Awaitable } from "./coroutines.ts";
import { started } from "./eager-tasks.ts";
import { ensure_future } from "./ensure-future.ts";
import { running_loop } from "./events.ts";
import { CancelledError } from "./exceptions.ts";
import { Future } from "./futures.ts";
import { check_loop_argument } from "./loop-arguments.ts";
import { timeout as time_limit } from "./timeouts.ts";

/**
 * The result of `fut`. After `timeout` seconds it is cancelled and TimeoutError is raised. A coroutine runs in the
 * task of the caller; with a timeout of 0 or less it never starts.
 */
export async function wait_for<T>(
  fut: Awaitable<T>,
  timeout: number | null,
  options: { readonly loop?: Dynamic } = {},
): Promise<T> {
  check_loop_argument(options, "wait_for");
  if (timeout != null && timeout <= 0) return as_value(await wait_for_nothing(fut));
  const limit = time_limit(timeout);
  await limit.__aenter__();
  let result: T;
  try {
    result = await (typeof fut === "function" ? start(fut) : awaitable_only(fut as Future<T>));
  } catch (error) {
    await limit.__aexit__(null, error, null);
    throw error;
  }
  await limit.__aexit__(null, null, null);
  return as_value(result);
}

function awaitable_only<T>(value: Future<T>): Future<T> {
  const kind = typeof value;
  return kind === "object" && value !== null && "then" in value ? value : not_awaitable(value);
}

async function wait_for_nothing<T>(fut: Awaitable<T>): Promise<T> {
  const future = ensure_future(fut);
  await started(null);
  if (future.done()) return as_value(future.result());
  await cancel_and_wait(future);
  try {
    return as_value(future.result());
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    const timed_out = new TimeoutError();
    timed_out.__cause__ = error;
    timed_out.__context__ = error;
    throw timed_out;
  }
}

/** Cancels the future and waits until it is done; a cancel of the caller ends the wait. */
async function cancel_and_wait(future: Future<unknown>): Promise<void> {
  const waiter = new Future<null>({ loop: running_loop() });
  const release = shown_as("_release_waiter", (): void => {
    if (!waiter.done()) waiter.set_result(null);
  });
  future.add_done_callback(release);
  try {
    future.cancel();
    await waiter;
  } finally {
    future.remove_done_callback(release);
  }
}
