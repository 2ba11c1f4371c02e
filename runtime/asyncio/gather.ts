// gather: several awaitables at once, their results in order.
import type { Dynamic } from "../builtins/dynamic.ts";
import { bare_exception } from "../builtins/exceptions/base.ts";
import { is_keywords } from "../builtins/keywords.ts";
import { shown_as } from "./format_helpers.ts";
import type { Awaitable, ResultOf } from "./coroutines.ts";
import { after_starts } from "./eager-tasks.ts";
import { ensure_future } from "./ensure-future.ts";
import type { AbstractEventLoop } from "./events.ts";
import { CancelledError } from "./exceptions.ts";
import { Future } from "./futures.ts";
import { check_loop_argument } from "./loop-arguments.ts";
import { get_event_loop } from "./policy.ts";

/** The results of awaitables, in their order. */
export type Results<A extends readonly unknown[]> = {
  -readonly [K in keyof A]: AsValue<ResultOf<A[K]>>;
};

/** As an item of a list, what returns nothing gave None. `any` stays `any`. */
type AsValue<T> = 0 extends 1 & T ? T : [T] extends [void] ? null : T;

/** The same where exceptions take the places of results. */
export type Outcomes<A extends readonly unknown[]> = {
  -readonly [K in keyof A]: ResultOf<A[K]> | Dynamic;
};

interface GatherOptions {
  readonly return_exceptions?: boolean;
  /** Accepted for programs written before Python 3.10. */
  readonly loop?: AbstractEventLoop | null;
}

/**
 * A future for the list of all results. The first exception ends it, while the others run on; with
 * `return_exceptions` exceptions are results. Cancelling it cancels all that are not done.
 */
export function gather<A extends readonly Awaitable<unknown>[]>(
  ...coros_or_futures: [...A, { readonly return_exceptions: true }]
): Future<Outcomes<A>>;
export function gather<A extends readonly Awaitable<unknown>[]>(
  ...coros_or_futures: A
): Future<Results<A>>;
export function gather<A extends readonly Awaitable<unknown>[]>(
  ...coros_or_futures: [...A, GatherOptions]
): Future<Outcomes<A>>;
// Once more: the last one is what the compiler explains when none fits.
export function gather<A extends readonly Awaitable<unknown>[]>(
  ...coros_or_futures: A
): Future<Results<A>>;
export function gather(...all: readonly Dynamic[]): Future<Dynamic> {
  const last: unknown = all.at(-1);
  const options: GatherOptions = is_keywords(last) ? last : {};
  check_loop_argument(options, "gather");
  const awaitables = is_keywords(last) ? all.slice(0, -1) : all;
  if (awaitables.length === 0) {
    const outer = new Future<unknown[]>({ loop: options.loop ?? get_event_loop() });
    outer.set_result([]);
    return outer;
  }
  const children: Future<unknown>[] = [];
  // A coroutine object that comes twice is run once; a function stands for a call of its own each time.
  const future_by_argument = new Map<unknown, Future<unknown>>();
  const distinct: Future<unknown>[] = [];
  let loop: AbstractEventLoop | null = options.loop ?? null;
  for (const argument of awaitables) {
    const is_call = typeof argument === "function";
    let child = is_call ? undefined : future_by_argument.get(argument);
    if (child === undefined) {
      child = ensure_future<unknown>(argument, { loop });
      loop ??= child._loop;
      if (!is_call) future_by_argument.set(argument, child);
      distinct.push(child);
    }
    children.push(child);
  }
  return new GatheringFuture(
    children,
    distinct,
    loop as AbstractEventLoop,
    Boolean(options.return_exceptions),
  );
}

/** The future that gather returns: cancelling it cancels its children, and then waits for them. */
class GatheringFuture extends Future<unknown[]> {
  static override readonly __name__: string = "_GatheringFuture";
  static override readonly __module__: string = "asyncio.tasks";
  readonly #children: readonly Future<unknown>[];
  readonly #return_exceptions: boolean;
  #pending: number;
  #is_cancel_requested = false;

  constructor(
    children: readonly Future<unknown>[],
    distinct: readonly Future<unknown>[],
    loop: AbstractEventLoop,
    return_exceptions: boolean,
  ) {
    super({ loop });
    this.#children = children;
    this.#return_exceptions = return_exceptions;
    this.#pending = distinct.length;
    after_starts(loop, () => this.#watch(distinct));
  }

  #watch(distinct: Iterable<Future<unknown>>): void {
    const on_done = shown_as("gather.<locals>._done_callback", (child: Future<unknown>): void =>
      this.#child_done(child),
    );
    const done_already: Future<unknown>[] = [];
    for (const child of distinct) {
      if (child.done()) done_already.push(child);
      else child.add_done_callback(on_done);
    }
    for (const child of done_already) this.#child_done(child);
  }

  override cancel(msg: Dynamic = null): boolean {
    if (this.done()) return false;
    let is_any_cancelled = false;
    for (const child of this.#children) if (child.cancel(msg)) is_any_cancelled = true;
    if (is_any_cancelled) this.#is_cancel_requested = true;
    return is_any_cancelled;
  }

  #child_done(child: Future<unknown>): void {
    this.#pending--;
    if (this.done()) {
      if (!child.cancelled()) child.exception();
      return;
    }
    if (!this.#return_exceptions) {
      const error: unknown = child.cancelled() ? child._make_cancelled_error() : child.exception();
      if (error !== null) {
        this.set_exception(error);
        return;
      }
    }
    if (this.#pending > 0) return;
    const results = this.#children.map(outcome);
    if (this.#is_cancel_requested) {
      const last = this.#children.at(-1) as Future<unknown>;
      this.set_exception(last._make_cancelled_error());
    } else this.set_result(results);
  }
}

function outcome(child: Future<unknown>): unknown {
  if (child.cancelled()) return bare_exception(CancelledError, child._cancel_message ?? "");
  return child.exception() ?? child.result();
}
