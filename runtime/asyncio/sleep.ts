// sleep: gives way to others, for a time or for one iteration.
import { coroutine_function } from "../builtins/calls/callable-kind.ts";
import { RuntimeError, ValueError } from "../builtins/exceptions/index.ts";
import { resolve_with } from "../builtins/handover.ts";
import { le } from "../builtins/ordering.ts";
import { interpreter } from "../builtins/threads.ts";
import { awaited_together, expect_await, is_expected } from "./awaiting.ts";
import { is_by_hand, promise_of } from "./by-hand.ts";
import { running_loop } from "./events.ts";
import { Future, hang_on, set_result_unless_cancelled } from "./futures.ts";
import type { Reject, Resolve, Waiter } from "./futures.ts";
import { check_loop_argument } from "./loop-arguments.ts";
import { Rejection } from "./rejection.ts";
import { SleepTimer } from "./sleep-timer.ts";

interface SleepOptions {
  /** Accepted for programs written before Python 3.10. */
  readonly loop?: unknown;
}

/** Completes after `delay` seconds with `result`. With a delay of 0 or less every other ready task has its turn. */
export function sleep<T = null>(
  delay: number,
  result: T = null as T,
  options?: SleepOptions,
): Promise<T> {
  if (options !== undefined) check_loop_argument(options, "sleep");
  return new Sleep(delay, result) as unknown as Promise<T>;
}

coroutine_function(sleep);

/**
 * Python's `sleep` coroutine as something that is awaited without an async function around it: the cheapest way to
 * suspend, and nothing happens before it is awaited. States: created → awaited (once).
 */
class Sleep<T> {
  readonly #delay: number;
  readonly #result: T;
  #is_awaited = false;

  constructor(delay: number, result: T) {
    this.#delay = delay;
    this.#result = result;
  }

  get then(): PromiseLike<unknown>["then"] {
    expect_await(this);
    return this.#start as PromiseLike<unknown>["then"];
  }

  catch(on_error: Reject): Promise<unknown> {
    return promise_of(this).catch(on_error);
  }

  finally(on_end: () => void): Promise<unknown> {
    return promise_of(this).finally(on_end);
  }

  #start(resolve: Resolve, reject: Reject): Promise<unknown> | undefined {
    if (is_by_hand(reject)) return promise_of(this).then(resolve);
    const task = interpreter.current.stepping as Waiter | null;
    try {
      if (this.#is_awaited) throw new RuntimeError("cannot reuse already awaited coroutine");
      this.#is_awaited = true;
      if (!is_expected(this) && task !== null) throw awaited_together();
      const delay: unknown = this.#delay;
      if (typeof delay === "number" ? delay <= 0 : le(delay, 0)) give_way(this.#result, resolve);
      else hang_on(wait(Number(delay), this.#result), resolve, reject);
    } catch (error) {
      task?._go_on();
      throw error;
    }
    return undefined;
  }
}

function give_way(result: unknown, resolve: Resolve): void {
  const task = interpreter.current.stepping as Waiter | null;
  if (task === null) resolve_with(resolve, result);
  else if (result === null) task._yield(resolve);
  else
    task._yield((raised: unknown) =>
      resolve_with(resolve, raised instanceof Rejection ? raised : result),
    );
}

function wait<T>(seconds: number, result: T): Future<T> {
  if (Number.isNaN(seconds)) throw new ValueError("Invalid delay: NaN (not a number)");
  const loop = running_loop();
  const future = new Future<T>({ loop });
  if (loop._has_own_call_later) {
    const handle = loop.call_later(seconds, set_result_unless_cancelled, future, result);
    future._left = { _leave: (_future, error) => void (error === null || handle.cancel()) };
    return future;
  }
  const timer = new SleepTimer<T>(loop, loop._now() + seconds, future, result);
  loop._push_timer(timer);
  future._left = timer;
  return future;
}
