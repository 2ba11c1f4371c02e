// as_completed: awaitables in the order in which they end.
import type { Dynamic } from "../builtins/dynamic.ts";
import { StopAsyncIteration, TimeoutError, TypeError } from "../builtins/exceptions/index.ts";
import { Coroutine } from "../builtins/coroutine.ts";
import { as_value } from "../builtins/handover.ts";
import { bare_type_name } from "../builtins/type-name.ts";
import { shown_as } from "./format_helpers.ts";
import { is_coroutine_like } from "./coroutines.ts";
import type { Awaitable, ResultOf } from "./coroutines.ts";
import { after_starts } from "./eager-tasks.ts";
import { ensure_future } from "./ensure-future.ts";
import type { Handle } from "./events.ts";
import { isfuture } from "./futures.ts";
import type { Future } from "./futures.ts";
import { check_loop_argument } from "./loop-arguments.ts";
import { get_event_loop } from "./policy.ts";
import { Queue } from "./queues.ts";

interface AsCompletedOptions {
  /** Seconds. */
  readonly timeout?: number | null;
  readonly loop?: Dynamic;
}

/**
 * Plain iteration gives coroutines, each of which waits for the next one to end and has its outcome; asynchronous
 * iteration gives the futures themselves. TimeoutError after `timeout` seconds.
 */
export function as_completed<A extends Awaitable<Dynamic>>(
  fs: Iterable<A>,
  { timeout = null, loop = undefined }: AsCompletedOptions = {},
): AsCompletedIterator<ResultOf<A>> {
  check_loop_argument({ loop }, "as_completed");
  if (isfuture(fs) || is_coroutine_like(fs))
    throw new TypeError(`expects an iterable of awaitables, not ${bare_type_name(fs)}`);
  return new AsCompletedIterator<ResultOf<A>>(fs as Iterable<Awaitable<Dynamic>>, timeout);
}

class AsCompletedIterator<T> implements IterableIterator<Coroutine<T>>, AsyncIterable<Future<T>> {
  static readonly __name__: string = "_AsCompletedIterator";
  static readonly __module__: string = "asyncio.tasks";
  readonly #done = new Queue<Future<T> | null>();
  readonly #todo: Set<Future<T>>;
  readonly #timer: Handle | null;
  readonly #on_done: (future: Future<T>) => void;
  #left: number;

  constructor(fs: Iterable<Awaitable<T>>, timeout: number | null) {
    const loop = get_event_loop();
    this.#todo = new Set(distinct(fs, (f) => ensure_future(f, { loop })));
    this.#on_done = shown_as("_AsCompletedIterator._handle_completion", (future: Future<T>) =>
      this.#completed(future),
    );
    after_starts(loop, () => {
      for (const future of this.#todo) future.add_done_callback(this.#on_done);
    });
    this.#timer =
      this.#todo.size > 0 && timeout != null
        ? loop.call_later(
            timeout,
            shown_as("_AsCompletedIterator._handle_timeout", () => this.#timed_out()),
          )
        : null;
    this.#left = this.#todo.size;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Coroutine<T>, undefined> {
    if (this.#left === 0) return { done: true, value: undefined };
    this.#left--;
    return { done: false, value: new Coroutine<T>(this.#result_of_next, [], this) };
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Future<T>> {
    return {
      next: async () => {
        if (this.#left === 0) return { done: true, value: undefined };
        // The future is the value: inside an object it isn't awaited.
        this.#left--;
        return await this.#next_result();
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  async __anext__(): Promise<Future<T>> {
    if (this.#left === 0) throw new StopAsyncIteration();
    this.#left--;
    return as_value((await this.#next_result()).value);
  }

  async #next_result(): Promise<{ readonly done: false; readonly value: Future<T> }> {
    // TypeScript thinks that `await` goes on to the future's own result.
    const value = (await this.#done.get()) as unknown as Future<T> | null;
    if (value === null) throw new TimeoutError();
    return { done: false, value };
  }

  #completed(future: Future<T>): void {
    if (this.#todo.size === 0) return;
    this.#todo.delete(future);
    this.#done.put_nowait(future);
    if (this.#todo.size === 0) this.#timer?.cancel();
  }

  #timed_out(): void {
    for (const future of this.#todo) {
      future.remove_done_callback(this.#on_done);
      this.#done.put_nowait(null);
    }
    this.#todo.clear();
  }

  async #result_of_next(): Promise<T> {
    return as_value((await this.#next_result()).value.result());
  }
}

/** A coroutine object that comes twice counts once; a function stands for a call of its own each time. */
function* distinct<A, F>(items: Iterable<A>, make: (item: A) => F): Generator<F> {
  const seen = new Set<A>();
  for (const item of items) {
    if (seen.has(item)) continue;
    if (typeof item !== "function") seen.add(item);
    yield make(item);
  }
}
