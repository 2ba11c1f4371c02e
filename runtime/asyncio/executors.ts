// The loop's executors: jobs in threads or processes, their results as futures of the loop.
import { call } from "../builtins/calls/call.ts";
import type { Blocking } from "../builtins/blocking.ts";
import { blocking } from "../builtins/calls/callable-kind.ts";
import { call_with } from "../builtins/calls/call-with.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { RuntimeError, TypeError } from "../builtins/exceptions/index.ts";
import { is_keywords } from "../builtins/keywords.ts";
import { interpreter } from "../builtins/threads.ts";
import type { Executor } from "../concurrency/executor.ts";
import { Thread } from "../concurrency/thread.ts";
import { ThreadPoolExecutor } from "../concurrency/thread-pool.ts";
import type { AbstractEventLoop } from "./events.ts";
import type { Future } from "./futures.ts";
import { wrap_future } from "./wrap-future.ts";
import { in_thread } from "../concurrency/yielding.ts";

/** States: none yet → in use (the first job without an executor) → shut down. */
export class DefaultExecutor {
  #executor: ThreadPoolExecutor | null = null;
  #is_shut_down = false;
  readonly #loop: AbstractEventLoop;

  constructor(loop: AbstractEventLoop) {
    this.#loop = loop;
  }

  /** Submits a job to the executor, or to the default one. RuntimeError when that is shut down. */
  run<R>(executor: Executor | null, func: Dynamic, args: readonly Dynamic[]): Future<R> {
    return wrap_future<R>((executor ?? this.#get()).submit(func, ...args) as Dynamic, {
      loop: this.#loop,
    });
  }

  set(executor: Executor): void {
    if (!(executor instanceof ThreadPoolExecutor)) {
      throw new TypeError("executor must be ThreadPoolExecutor instance");
    }
    this.#executor = executor;
  }

  /** Waits, in a thread of its own, for the jobs to end; gives up after `timeout` seconds. */
  async shutdown(timeout: number | null): Promise<null> {
    this.#is_shut_down = true;
    const executor = this.#executor;
    if (executor === null) return null;
    const ended = this.#loop.create_future() as Future<null>;
    const release = this.#loop.hold({ by_thread: true });
    const wait = blocking(async (): Promise<void> => {
      await executor.shutdown(true);
      if (!this.#loop.is_closed()) this.#loop.call_soon_threadsafe(finish, ended);
    });
    const timer = timeout === null ? null : this.#loop.call_later(timeout, finish, ended);
    try {
      await new Thread({ target: wait }).start();
      await ended;
    } finally {
      timer?.cancel();
      release();
    }
    return null;
  }

  /** Lets the workers end when the loop closes. */
  close(): void {
    this.#is_shut_down = true;
    void this.#executor?.shutdown(false);
    this.#executor = null;
  }

  #get(): ThreadPoolExecutor {
    if (this.#is_shut_down) throw new RuntimeError("Executor shutdown has been called");
    return (this.#executor ??= new ThreadPoolExecutor(null, "asyncio"));
  }
}

/** A call as a job that sees the caller's context variables: what `asyncio.to_thread` submits. */
export function in_callers_context(func: Dynamic, args: readonly Dynamic[]): () => unknown {
  const context = interpreter.current.context.copy();
  const keywords = args.at(-1);
  const job = in_thread(func);
  const begin = (): Dynamic =>
    is_keywords(keywords) ? call_with(job, args.slice(0, -1), keywords) : call(job, ...args);
  return (): unknown => {
    const thread = interpreter.current;
    const own = thread.context;
    thread.context = context;
    const restore = (): void => void (thread.context = own);
    let running: unknown;
    try {
      running = begin();
    } catch (error) {
      restore();
      throw error;
    }
    if (running instanceof Promise) return running.finally(restore) as Blocking<unknown>;
    restore();
    return running;
  };
}

function finish(ended: Future<null>): void {
  if (!ended.done()) ended.set_result(null);
}
