// concurrent.futures.Future: the result of a job that runs in another thread or process.
import type { Blocking } from "../builtins/blocking.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { Exception, RuntimeError, TimeoutError } from "../builtins/exceptions/index.ts";
import { address } from "../builtins/identity.ts";
import { class_name, type_name } from "../builtins/type-name.ts";
import { standard_streams } from "../builtins/standard-streams.ts";
import { repr } from "../builtins/representation.ts";
import { format_exception } from "../builtins/traceback/format-exception.ts";
import { give_way_if_lent, WaitingLine } from "./waiting.ts";

export class Error extends Exception {
  static override readonly __name__: string = "Error";
  static override readonly __module__: string = "concurrent.futures._base";
}

/** The future was cancelled. */
export class CancelledError extends Error {
  static override readonly __name__: string = "CancelledError";
  static override readonly __module__: string = "concurrent.futures._base";
}

/** The operation is not allowed in this state of the future. */
export class InvalidStateError extends Error {
  static override readonly __name__: string = "InvalidStateError";
  static override readonly __module__: string = "concurrent.futures._base";
}

type State = "PENDING" | "RUNNING" | "CANCELLED" | "CANCELLED_AND_NOTIFIED" | "FINISHED";

/** What wait() and as_completed() leave at a future to hear of its end. */
export interface EndListener {
  ended(future: Future<Dynamic>): void;
}

/**
 * States: PENDING → RUNNING → FINISHED; PENDING → CANCELLED → CANCELLED_AND_NOTIFIED (when the executor finds out).
 * Callbacks are called at once, by the thread that ends the future.
 */
export class Future<T = unknown> {
  static readonly __name__: string = "Future";
  static readonly __module__: string = "concurrent.futures._base";

  #state: State = "PENDING";
  #result: Dynamic = null;
  #exception: Dynamic = null;
  #callbacks: ((future: Future<T>) => unknown)[] = [];
  readonly #line = new WaitingLine();
  readonly _listeners = new Set<EndListener>();

  /** Tries to cancel; false when the job runs or has run. */
  cancel(): boolean {
    if (this.#state === "RUNNING" || this.#state === "FINISHED") return false;
    if (this.#state === "PENDING") {
      this.#state = "CANCELLED";
      this.#line.wake_all();
      this.#invoke_callbacks();
    }
    return true;
  }

  cancelled(): boolean {
    return this.#state === "CANCELLED" || this.#state === "CANCELLED_AND_NOTIFIED";
  }

  running(): boolean {
    return this.#state === "RUNNING";
  }

  done(): boolean {
    return this.#state !== "PENDING" && this.#state !== "RUNNING";
  }

  /** Waits for the result. Raises the job's exception, CancelledError, or TimeoutError after `timeout` seconds. */
  async result(timeout: number | null = null): Blocking<T> {
    await this.#wait(timeout);
    if (this.#exception !== null) throw this.#exception;
    return this.#result as T;
  }

  /** Waits for the end; the job's exception or `null`. */
  async exception(timeout: number | null = null): Blocking<Dynamic> {
    await this.#wait(timeout);
    return this.#exception;
  }

  /** Calls `fn(future)` when the future is done: at once if it is already. */
  add_done_callback(fn: (future: Future<T>) => unknown): void {
    if (this.done()) this.#invoke(fn);
    else this.#callbacks.push(fn);
  }

  /** For executors: the job is about to run. False when it was cancelled. */
  set_running_or_notify_cancel(): boolean {
    if (this.#state === "PENDING") {
      this.#state = "RUNNING";
      return true;
    }
    if (this.#state !== "CANCELLED") throw new RuntimeError("Future in unexpected state");
    this.#state = "CANCELLED_AND_NOTIFIED";
    for (const listener of this._listeners) listener.ended(this);
    return false;
  }

  /** For executors. */
  set_result(result: T): void {
    this.#finish();
    this.#result = result;
    this.#announce();
  }

  /** For executors. */
  set_exception(exception: Dynamic): void {
    this.#finish();
    this.#exception = exception;
    this.#announce();
  }

  /** The result or exception of a future that is done, without waiting. */
  _outcome(): { readonly result: T } | { readonly exception: Dynamic } {
    if (this.cancelled()) return { exception: new CancelledError() };
    return this.#exception === null ? { result: this.#result } : { exception: this.#exception };
  }

  /** Whether wait() may count it as ended: cancelled ones only when their executor knows. */
  get _is_settled(): boolean {
    return this.#state === "CANCELLED_AND_NOTIFIED" || this.#state === "FINISHED";
  }

  __repr__(): string {
    const head = `<${class_name(this.constructor)} at ${address(this)} state=${STATE_NAMES[this.#state]}`;
    if (this.#state !== "FINISHED") return `${head}>`;
    return this.#exception === null
      ? `${head} returned ${type_name(this.#result)}>`
      : `${head} raised ${type_name(this.#exception)}>`;
  }

  async #wait(timeout: number | null): Promise<void> {
    if (this.done()) await give_way_if_lent();
    else await this.#line.wait(timeout === null ? null : Number(timeout));
    if (!this.done()) throw new TimeoutError();
    if (this.cancelled()) throw new CancelledError();
  }

  #finish(): void {
    if (this.done()) throw new InvalidStateError(`${this.#state}: ${repr(this)}`);
    this.#state = "FINISHED";
  }

  #announce(): void {
    for (const listener of this._listeners) listener.ended(this);
    this.#line.wake_all();
    this.#invoke_callbacks();
  }

  #invoke_callbacks(): void {
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const callback of callbacks) this.#invoke(callback);
  }

  #invoke(callback: (future: Future<T>) => unknown): void {
    try {
      callback(this);
    } catch (error) {
      const text = `exception calling callback for ${repr(this)}\n${format_exception(error)}`;
      standard_streams().stderr?.write(text);
    }
  }
}

const STATE_NAMES: Readonly<Record<State, string>> = {
  PENDING: "pending",
  RUNNING: "running",
  CANCELLED: "cancelled",
  CANCELLED_AND_NOTIFIED: "cancelled",
  FINISHED: "finished",
};
