// concurrent.futures.ThreadPoolExecutor: jobs in green threads.
import type { Blocking } from "../builtins/blocking.ts";
import { call } from "../builtins/calls/call.ts";
import { call_with } from "../builtins/calls/call-with.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { RuntimeError, ValueError } from "../builtins/exceptions/index.ts";
import { is_keywords } from "../builtins/keywords.ts";
import { acquire_lock, lend_lock_to, release_lock, ThreadState } from "../builtins/threads.ts";
import { processor_count } from "../platform/processors.ts";
import { BrokenExecutor, Executor, type ShutdownOptions } from "./executor.ts";
import { excepthook } from "./excepthook.ts";
import { Future } from "./future.ts";
import { alive_threads, watch_main_thread } from "./life.ts";
import { give_way_if_lent, WaitingLine } from "./waiting.ts";
import { in_thread } from "./yielding.ts";

interface Job {
  readonly future: Future<Dynamic>;
  readonly fn: Dynamic;
  readonly args: readonly unknown[];
}

export class BrokenThreadPool extends BrokenExecutor {
  static override readonly __name__: string = "BrokenThreadPool";
  static override readonly __module__: string = "concurrent.futures.thread";
}

let pool_count = 0;

/**
 * A job starts inside `submit` while there are workers to come, as a new thread of CPython's does: it runs to its
 * first blocking point, often to its end. A worker that is idle takes its next job when the submitter gives way.
 */
export class ThreadPoolExecutor extends Executor {
  static override readonly __name__: string = "ThreadPoolExecutor";
  static override readonly __module__: string = "concurrent.futures.thread";

  readonly _max_workers: number;
  readonly #prefix: string;
  readonly #initializer: Dynamic;
  readonly #initargs: readonly unknown[];
  readonly #jobs: Job[] = [];
  readonly #workers = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #done = new WaitingLine();
  #worker_count = 0;
  #is_shut_down = false;
  #is_broken = false;

  constructor(
    max_workers: number | null = null,
    thread_name_prefix: string = "",
    initializer: ((...args: Dynamic[]) => unknown) | null = null,
    initargs: Iterable<unknown> = [],
  ) {
    super();
    const workers = Number(max_workers ?? Math.min(32, processor_count() + 4));
    if (workers <= 0) throw new ValueError("max_workers must be greater than 0");
    this._max_workers = workers;
    this.#prefix = thread_name_prefix || `ThreadPoolExecutor-${pool_count++}`;
    this.#initializer = initializer;
    this.#initargs = [...initargs];
  }

  override submit<A extends readonly unknown[], R>(
    fn: (...args: A) => R | PromiseLike<R>,
    ...args: A
  ): Future<R> {
    if (this.#is_broken) throw new BrokenThreadPool(BROKEN);
    if (this.#is_shut_down) throw new RuntimeError("cannot schedule new futures after shutdown");
    const future = new Future<R>();
    this.#jobs.push({ future, fn, args });
    this.#find_worker();
    return future;
  }

  override async shutdown(
    wait: boolean = true,
    { cancel_futures = false }: ShutdownOptions = {},
  ): Blocking<void> {
    this.#is_shut_down = true;
    if (cancel_futures) for (const { future } of this.#jobs.splice(0)) future.cancel();
    if (!wait) return;
    if (this.#workers.size === this.#idle.length) await give_way_if_lent();
    while (this.#workers.size > this.#idle.length) await this.#done.wait();
  }

  #find_worker(): void {
    const worker = this.#idle.shift();
    if (worker !== undefined) void acquire_lock(worker.thread).then(() => this.#work(worker));
    else if (this.#worker_count < this._max_workers) this.#start_worker();
  }

  #start_worker(): void {
    const name = `${this.#prefix}_${this.#worker_count++}`;
    const worker: Worker = { thread: new ThreadState(name), name, daemon: false };
    this.#workers.add(worker);
    watch_main_thread();
    lend_lock_to(worker.thread, () => void this.#work(worker));
  }

  /** One stretch of a worker's life: until there are no jobs. */
  async #work(worker: Worker): Promise<void> {
    alive_threads.add(worker);
    if (this.#initializer !== null && !worker.is_initialized) {
      worker.is_initialized = true;
      if (!(await this.#initialize(worker))) return;
    }
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      const running = run(job);
      if (running !== null) await running;
    }
    this.#idle.push(worker);
    alive_threads.delete(worker);
    this.#done.wake_all();
    release_lock(worker.thread);
  }

  async #initialize(worker: Worker): Promise<boolean> {
    try {
      const running: unknown = call(in_thread(this.#initializer), ...this.#initargs);
      if (running instanceof Promise) await running;
      return true;
    } catch (error) {
      excepthook(error, worker);
      this.#is_broken = true;
      for (const { future } of this.#jobs.splice(0))
        future.set_exception(new BrokenThreadPool(BROKEN));
      alive_threads.delete(worker);
      this.#workers.delete(worker);
      this.#done.wake_all();
      release_lock(worker.thread);
      return false;
    }
  }
}

const BROKEN = "A thread initializer failed, the thread pool is not usable anymore";

interface Worker {
  readonly thread: ThreadState;
  readonly name: string;
  readonly daemon: boolean;
  is_initialized?: boolean;
}

/** Does a job; a promise when its function is a blocking one, which may have to wait. */
function run({ future, fn, args }: Job): Promise<void> | null {
  if (!future.set_running_or_notify_cancel()) return null;
  try {
    const keywords = args.at(-1);
    const result: unknown = is_keywords(keywords)
      ? call_with(in_thread(fn), args.slice(0, -1), keywords)
      : call(in_thread(fn), ...args);
    if (result instanceof Promise) {
      return result.then(
        (value) => future.set_result(value),
        (error: unknown) => future.set_exception(error),
      );
    }
    future.set_result(result);
  } catch (error) {
    future.set_exception(error);
  }
  return null;
}
