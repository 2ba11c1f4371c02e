// The event loop of Unix: what it does with threads, sockets and processes.
import type { Dynamic } from "../builtins/dynamic.ts";
import { RuntimeError } from "../builtins/exceptions/index.ts";
import type { Executor } from "../concurrency/executor.ts";
import { EventLoop } from "./base_events.ts";
import { DefaultExecutor } from "./executors.ts";
import type { Future } from "./futures.ts";

export class UnixSelectorEventLoop extends EventLoop {
  static readonly __name__: string = "_UnixSelectorEventLoop";
  readonly #default_executor = new DefaultExecutor(this);

  /** Calls `func(*args)` in an executor, the default thread pool when it is `null`. */
  run_in_executor<A extends readonly Dynamic[], R>(
    executor: Executor | null,
    func: (...args: A) => R | Promise<R>,
    ...args: A
  ): Future<R> {
    if (this.is_closed()) throw new RuntimeError("Event loop is closed");
    return this.#default_executor.run<R>(executor ?? null, func, args);
  }

  set_default_executor(executor: Executor): void {
    this.#default_executor.set(executor);
  }

  override shutdown_default_executor(timeout: number | null = null): Promise<null> {
    return this.#default_executor.shutdown(timeout);
  }

  override close(): void {
    super.close();
    this.#default_executor.close();
  }
}
