// sleep: gives way to others, for a time or for one iteration.
import { coroutine_function } from "../builtins/calls/callable-kind.ts";
import { RuntimeError, ValueError } from "../builtins/exceptions/index.ts";
import { resolve_with } from "../builtins/handover.ts";
import { le } from "../builtins/ordering.ts";
import { interpreter } from "../builtins/threads.ts";
import { awaited_together, expect_await, is_expected } from "./awaiting.ts";
import { running_loop } from "./events.ts";
import { Future, set_result_unless_cancelled } from "./futures.ts";
import type { Reject, Resolve, Waiter } from "./futures.ts";
import { check_loop_argument } from "./loop-arguments.ts";

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

  get then(): (resolve: Resolve, reject: Reject) => void {
    expect_await(this);
    return this.#start;
  }

  #start(resolve: Resolve, reject: Reject): void {
    if (this.#is_awaited) throw new RuntimeError("cannot reuse already awaited coroutine");
    this.#is_awaited = true;
    if (!is_expected(this) && interpreter.current.stepping !== null) throw awaited_together();
    const delay: unknown = this.#delay;
    if (typeof delay === "number" ? delay <= 0 : le(delay, 0)) this.#give_way(resolve, reject);
    else this.#wait(resolve, reject);
  }

  #give_way(resolve: Resolve, reject: Reject): void {
    const result = this.#result;
    const finish: Resolve = result === null ? resolve : () => resolve_with(resolve, result);
    const task = interpreter.current.stepping as Waiter | null;
    if (task === null) finish(null);
    else task._yield(finish, reject);
  }

  #wait(resolve: Resolve, reject: Reject): void {
    const seconds = Number(this.#delay);
    if (Number.isNaN(seconds)) throw new ValueError("Invalid delay: NaN (not a number)");
    const loop = running_loop();
    const future = new Future<T>({ loop });
    const timer = loop._call_at_from_now(
      loop._now() + seconds,
      set_result_unless_cancelled,
      [future, this.#result],
      null,
    );
    future.then(resolve, (error: unknown) => {
      timer.cancel();
      return reject(error);
    });
  }
}
