// concurrent.futures.ProcessPoolExecutor: jobs in worker threads of their own, which share nothing with the program.
import type { Blocking } from "../builtins/blocking.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import {
  BaseException,
  Exception,
  RuntimeError,
  ValueError,
} from "../builtins/exceptions/index.ts";
import { main_module_url } from "../builtins/main-module.ts";
import { processor_count } from "../platform/processors.ts";
import { start_pool_worker, type PoolWorker } from "../platform/workers.ts";
import { BrokenExecutor, Executor, type ShutdownOptions } from "./executor.ts";
import { Future } from "./future.ts";
import { expect_events } from "./timers.ts";
import { find_in, serve_if_worker, type AnswerMessage } from "./process-worker.ts";
import { pack, unpack, type FindGlobal, type Packed } from "./transfer.ts";
import { give_way_if_lent, WaitingLine } from "./waiting.ts";

serve_if_worker();

/** A worker ended although it had work to do. */
export class BrokenProcessPool extends BrokenExecutor {
  static override readonly __name__: string = "BrokenProcessPool";
  static override readonly __module__: string = "concurrent.futures.process";
}

/** Where an exception was raised: its traceback in the other process, as text. */
export class _RemoteTraceback extends Exception {
  static override readonly __name__: string = "_RemoteTraceback";
  static override readonly __module__: string = "concurrent.futures.process";
  readonly tb: string;

  constructor(tb: string) {
    super(tb);
    this.tb = tb;
  }

  override __str__(): string {
    return this.tb;
  }
}

interface Job {
  readonly number: number;
  readonly future: Future<Dynamic>;
  readonly work: Packed;
}

interface WorkerState {
  readonly worker: PoolWorker;
  job: Job | null;
}

let namespace: object = {};

/**
 * Says which classes the program's module has: results and exceptions of the program's own classes come back as
 * instances of these.
 */
export function set_main_namespace(module: object): void {
  namespace = module;
}

/**
 * Functions go to the workers by name: they must be exported by the program's module. Arguments and results are
 * copied, as by pickling.
 */
export class ProcessPoolExecutor extends Executor {
  static override readonly __name__: string = "ProcessPoolExecutor";
  static override readonly __module__: string = "concurrent.futures.process";

  readonly _max_workers: number;
  readonly #initializer: { readonly work: Packed } | null;
  readonly #waiting: Job[] = [];
  readonly #workers = new Set<WorkerState>();
  readonly #classes = new Map<string, unknown>();
  readonly #done = new WaitingLine();
  #job_count = 0;
  #is_shut_down = false;
  #is_broken = false;

  constructor(
    max_workers: number | null = null,
    _mp_context: Dynamic = null,
    initializer: ((...args: Dynamic[]) => unknown) | null = null,
    initargs: Iterable<unknown> = [],
  ) {
    super();
    const workers = Number(max_workers ?? processor_count());
    if (workers <= 0) throw new ValueError("max_workers must be greater than 0");
    this._max_workers = workers;
    this.#initializer = initializer === null ? null : { work: pack([initializer, [...initargs]]) };
  }

  override submit<A extends readonly unknown[], R>(
    fn: (...args: A) => R | PromiseLike<R>,
    ...args: A
  ): Future<R> {
    if (this.#is_broken) throw new BrokenProcessPool(BROKEN);
    if (this.#is_shut_down) throw new RuntimeError("cannot schedule new futures after shutdown");
    const future = new Future<R>();
    future.add_done_callback(expect_events());
    try {
      const number = this.#job_count++;
      this.#waiting.push({ number, future, work: pack([fn, [...args]]) });
      this.#note_classes(args);
    } catch (error) {
      future.set_running_or_notify_cancel();
      future.set_exception(error);
      return future;
    }
    this.#dispatch();
    return future;
  }

  override async shutdown(
    wait: boolean = true,
    { cancel_futures = false }: ShutdownOptions = {},
  ): Blocking<void> {
    this.#is_shut_down = true;
    if (cancel_futures) for (const { future } of this.#waiting.splice(0)) future.cancel();
    this.#stop_idle();
    if (!wait) return;
    if (this.#workers.size === 0) await give_way_if_lent();
    while (this.#workers.size > 0) await this.#done.wait();
  }

  /** Gives jobs to idle workers, and starts workers while there may be more. */
  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const state = this.#idle_worker();
      if (state === null) return;
      const job = this.#waiting.shift();
      if (job === undefined || !job.future.set_running_or_notify_cancel()) continue;
      state.job = job;
      state.worker.keep_process_alive(true);
      state.worker.post({ job: job.number, work: job.work });
    }
    this.#stop_idle();
  }

  #idle_worker(): WorkerState | null {
    for (const state of this.#workers) if (state.job === null) return state;
    return this.#workers.size < this._max_workers ? this.#start_worker() : null;
  }

  #start_worker(): WorkerState {
    const url = main_module_url();
    if (url === null)
      throw new RuntimeError("the program's module is not known to its process pool");
    const worker = start_pool_worker(
      url,
      (message) => this.#answered(state, message as AnswerMessage),
      () => this.#died(state),
    );
    const state: WorkerState = { worker, job: null };
    this.#workers.add(state);
    if (this.#initializer !== null) worker.post({ job: -1, work: this.#initializer.work });
    return state;
  }

  #answered(state: WorkerState, answer: AnswerMessage): void {
    const job = state.job;
    if (answer.job === -1) {
      if ("error" in answer) this.#break();
      return;
    }
    if (job === null) return;
    state.job = null;
    state.worker.keep_process_alive(this.#is_shut_down);
    this.#settle(job.future, answer);
    this.#dispatch();
  }

  #settle(future: Future<Dynamic>, answer: AnswerMessage): void {
    try {
      if ("result" in answer) return future.set_result(unpack(answer.result, this.#find));
      const error: unknown = unpack(answer.error, this.#find);
      if (error instanceof BaseException) {
        error.__cause__ = new _RemoteTraceback(`\n"""\n${answer.traceback}"""`);
      }
      future.set_exception(error);
    } catch (error) {
      future.set_exception(error);
    }
  }

  readonly #find: FindGlobal = (name) => find_in(namespace)(name) ?? this.#classes.get(name);

  /** The classes of what is sent are those of what comes back. */
  #note_classes(values: Iterable<unknown>): void {
    for (const value of values) {
      if (typeof value !== "object" || value === null) continue;
      this.#classes.set(value.constructor.name, value.constructor);
    }
  }

  #died(state: WorkerState): void {
    if (!this.#workers.delete(state)) return;
    if (state.job !== null) {
      state.job.future.set_exception(new BrokenProcessPool(ABRUPT));
      this.#break();
    }
    this.#done.wake_all();
  }

  #break(): void {
    this.#is_broken = true;
    for (const { future } of this.#waiting.splice(0))
      future.set_exception(new BrokenProcessPool(ABRUPT));
    for (const { worker } of this.#workers) worker.stop();
  }

  #stop_idle(): void {
    if (!this.#is_shut_down || this.#waiting.length > 0) return;
    for (const state of this.#workers) if (state.job === null) state.worker.stop();
  }
}

const BROKEN = "A child process terminated abruptly, the process pool is not usable anymore";
const ABRUPT =
  "A process in the process pool was terminated abruptly while the future was running or pending.";
