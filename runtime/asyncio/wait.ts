// wait: until some or all of several futures are done, whatever comes of them.
import type { Dynamic } from "../builtins/dynamic.ts";
import { TypeError, ValueError } from "../builtins/exceptions/index.ts";
import { Tuple } from "../builtins/tuple.ts";
import { PySet } from "../builtins/sets/set.ts";
import { bare_type_name } from "../builtins/type-name.ts";
import { shown_as } from "./format_helpers.ts";
import { is_coroutine_like } from "./coroutines.ts";
import type { Awaitable } from "./coroutines.ts";
import { ensure_future } from "./ensure-future.ts";
import { running_loop } from "./events.ts";
import type { AbstractEventLoop } from "./events.ts";
import { Future, isfuture } from "./futures.ts";
import { check_loop_argument, refuses_legacy } from "./loop-arguments.ts";
import type { Task } from "./tasks.ts";

export const FIRST_COMPLETED = "FIRST_COMPLETED";
export const FIRST_EXCEPTION = "FIRST_EXCEPTION";
export const ALL_COMPLETED = "ALL_COMPLETED";

export type ReturnWhen = "FIRST_COMPLETED" | "FIRST_EXCEPTION" | "ALL_COMPLETED";

export interface WaitOptions {
  /** Seconds. */
  readonly timeout?: number | null;
  readonly return_when?: ReturnWhen;
  /** Accepted for programs written before Python 3.10. */
  readonly loop?: AbstractEventLoop | null;
}

/** What `wait` gives for each thing that was waited for. */
type Waited<A> = A extends Future<Dynamic> ? A : A extends Awaitable<infer T> ? Task<T> : never;

/**
 * The sets of those done and those pending, in the order given. No TimeoutError and no exception of theirs is raised.
 * Coroutines are accepted as they were up to Python 3.10.
 */
export async function wait<A extends Awaitable<unknown>>(
  fs: Iterable<A>,
  { timeout = null, return_when = ALL_COMPLETED, loop = null }: WaitOptions = {},
): Promise<readonly [done: PySet<Waited<A>>, pending: PySet<Waited<A>>]> {
  check_loop_argument({ loop: loop ?? undefined }, "wait");
  if (isfuture(fs) || is_coroutine_like(fs))
    throw new TypeError(`expect a list of futures, not ${bare_type_name(fs)}`);
  const distinct = new Set(fs);
  if (distinct.size === 0) throw new ValueError("Set of Tasks/Futures is empty.");
  if (![FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED].includes(return_when))
    throw new ValueError(`Invalid return_when value: ${return_when}`);
  check_no_coroutine(distinct);
  const own_loop = loop ?? running_loop();
  const futures = Array.from(distinct, (f) => ensure_future<unknown>(f, { loop: own_loop }));
  await wait_for_some(futures, timeout, return_when, own_loop);
  const select = (done: boolean): PySet<Waited<A>> =>
    new PySet(futures.filter((future) => future.done() === done) as Waited<A>[]);
  return Tuple.of(select(true), select(false));
}

async function wait_for_some(
  futures: readonly Future<unknown>[],
  timeout: number | null,
  return_when: ReturnWhen,
  loop: AbstractEventLoop,
): Promise<void> {
  const waiter = new Future<null>({ loop });
  const release = shown_as("_release_waiter", (): void => {
    if (!waiter.done()) waiter.set_result(null);
  });
  const timer =
    timeout == null
      ? null
      : loop._call_at_from_now(loop._now() + Number(timeout), release, [], null);
  let left = futures.length;
  const on_done = shown_as("_wait.<locals>._on_completion", (future: Future<unknown>): void => {
    left--;
    if (left > 0 && !ends_wait(future, return_when)) return;
    timer?.cancel();
    release();
  });
  for (const future of futures) future.add_done_callback(on_done);
  try {
    await waiter;
  } finally {
    timer?.cancel();
    for (const future of futures) future.remove_done_callback(on_done);
  }
}

function ends_wait(future: Future<unknown>, return_when: ReturnWhen): boolean {
  if (return_when === FIRST_COMPLETED) return true;
  return return_when === FIRST_EXCEPTION && !future.cancelled() && future.exception() !== null;
}

/** Since Python 3.11 `wait` takes no coroutines. */
function check_no_coroutine(waited: Iterable<unknown>): void {
  if (!refuses_legacy()) return;
  for (const one of waited)
    if (is_coroutine_like(one))
      throw new TypeError("Passing coroutines is forbidden, use tasks explicitly.");
}
