// Future: a result that is not there yet, which coroutines await and callbacks wait for.
import { Fillable } from "../builtins/attributes/fillable.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { eq } from "../builtins/equality.ts";
import {
  RuntimeError,
  StopIteration,
  TypeError,
  ValueError,
} from "../builtins/exceptions/index.ts";
import type { BaseException } from "../builtins/exceptions/index.ts";
import { HIDES_THEN, is_handed_over, resolve_with } from "../builtins/handover.ts";
import { GenericAlias } from "../builtins/sequences/generic-alias.ts";
import { bare_exception } from "../builtins/exceptions/base.ts";
import { goes_on, reject_awaiting, trail_of, type Trail } from "../builtins/traceback/trail.ts";
import { truth } from "../builtins/truth.ts";
import { interpreter } from "../builtins/threads.ts";
import { shown_as } from "./format_helpers.ts";
import { expect_await, is_expected } from "./awaiting.ts";
import { future_repr, future_repr_info } from "./base_futures.ts";
import { is_by_hand, promise_of } from "./by-hand.ts";
import type { FutureState } from "./base_futures.ts";
import { DoneCallback } from "./done-callback.ts";
import { Handle } from "./events.ts";
import type { AbstractEventLoop, Callback, CallOptions, Ready } from "./events.ts";
import { CancelledError, InvalidStateError } from "./exceptions.ts";
import { FutureDetails } from "./future-details.ts";
import { get_event_loop } from "./policy.ts";

/** The two ends of a native promise on which an `await` hangs. */
export type Resolve = (value: Dynamic) => unknown;
export type Reject = (error: unknown) => unknown;

/** A task, as futures know it: its step may end by hanging on a future, whose end makes it ready again. */
export interface Waiter extends Ready {
  _suspend_on(future: Future<Dynamic>, resolve: Resolve): void;
  /** What it was about to hang on does not hold it up. */
  _go_on(): void;
  /** Ends the task, whose step is under way and can't go on, with an exception that leaves the loop. */
  _interrupt(error: BaseException): void;
  /** Python's bare `yield`: the next step is due in the next iteration. */
  _yield(resolve: Resolve): void;
}

/** What stands behind a future: the lock, event or queue in whose line a task waits, the timer of its sleep. */
export interface Left {
  /** The task goes on, with an exception or with `null`: what follows the `await` in CPython. */
  _leave(future: Future<Dynamic>, error: unknown): void;
}

/**
 * States: PENDING → FINISHED (`set_result`, `set_exception`) or CANCELLED (`cancel`), once. The move hands every
 * callback to the loop, none is called directly. As in Python, awaiting a future that is done does not give way.
 */
export class Future<T = unknown> extends Fillable implements PromiseLike<T> {
  static readonly __name__: string = "Future";
  static readonly __full_name__: string = "_asyncio.Future";
  static readonly __module__: string = "_asyncio";

  _state: FutureState = "PENDING";
  _result: T | null = null;
  _loop: AbstractEventLoop;
  /** `null` while nothing is out of the ordinary. */
  _details: FutureDetails | null = null;
  /** Told when who hung on it goes on. */
  _left: Left | null = null;
  /** Set by what yields the future to its task on purpose. */
  declare _asyncio_future_blocking: boolean;
  // What runs when it is done, in the order of arrival: a callback in its context, or a task that wakes up. Nearly every
  // future has one: the first has a place of its own, more of them are in the details.
  #callback: Ready | null = null;

  static __class_getitem__(this: unknown, item: Dynamic): GenericAlias {
    return new GenericAlias(this, item);
  }

  constructor({ loop }: { loop?: AbstractEventLoop | null } = {}) {
    super();
    this._loop = loop ?? get_event_loop();
  }

  get _exception(): Dynamic {
    return this._details === null ? null : this._details.exception;
  }

  get _trail(): Trail | null {
    return this._details === null ? null : this._details.trail;
  }

  get _cancel_message(): Dynamic {
    return this._details === null ? null : this._details.cancel_message;
  }

  set _cancel_message(message: Dynamic) {
    if (this._details !== null || message !== null) this._detailed().cancel_message = message;
  }

  set _log_traceback(value: Dynamic) {
    if (truth(value)) throw new ValueError("_log_traceback can only be set to False");
    this._mark_retrieved();
  }

  get _log_traceback(): boolean {
    return this._details !== null && this._details.is_unretrieved;
  }

  /** Somebody looked at the exception. */
  _mark_retrieved(): void {
    const details = this._details;
    if (details === null || !details.is_unretrieved) return;
    details.is_unretrieved = false;
    this._loop._unretrieved.delete(this);
  }

  _detailed(): FutureDetails {
    return (this._details ??= new FutureDetails());
  }

  get_loop(): AbstractEventLoop {
    return this._loop;
  }

  done(): boolean {
    return this._state !== "PENDING";
  }

  cancelled(): boolean {
    return this._state === "CANCELLED";
  }

  /** Cancels the future and schedules its callbacks; false when it was done already. */
  cancel(msg: Dynamic = null): boolean {
    this._mark_retrieved();
    if (this._state !== "PENDING") return false;
    this._state = "CANCELLED";
    this._cancel_message = msg ?? null;
    this._schedule_callbacks();
    return true;
  }

  /** The result. Raises the future's exception, CancelledError, or InvalidStateError while there is none. */
  result(): T {
    if (this._state === "CANCELLED") throw this._make_cancelled_error({ is_traced: true });
    if (this._state !== "FINISHED") throw new InvalidStateError("Result is not set.");
    const error: Dynamic = this._exception;
    if (error === null) return this._result as T;
    this._mark_retrieved();
    goes_on(error, this._trail);
    throw error;
  }

  /** The exception or `null`. Raises CancelledError, or InvalidStateError while the future is pending. */
  exception(): Dynamic {
    if (this._state === "CANCELLED") throw this._make_cancelled_error({ is_traced: true });
    if (this._state !== "FINISHED") throw new InvalidStateError("Exception is not set.");
    this._mark_retrieved();
    return this._exception;
  }

  /** Calls `callback(future)` through the loop when the future is done. */
  add_done_callback(callback: (future: this) => unknown, { context }: CallOptions = {}): void {
    if (this._state === "PENDING") {
      if (WAITER in callback) this._add_at_end(callback[WAITER] as Waiter);
      else {
        const own = context ?? interpreter.current.context.copy_when_written();
        this._add_at_end(new DoneCallback(callback as Callback, own, this));
      }
    } else {
      this._loop._push_ready(new Handle(callback as Callback, [this], this._loop, context ?? null));
    }
  }

  /** Takes back all callbacks that are that function; returns how many there were. */
  remove_done_callback(callback: (future: this) => unknown): number {
    const all = this._all_at_end();
    const kept = all.filter(
      (entry) => !(entry instanceof DoneCallback) || !eq(entry.callback, callback),
    );
    if (kept.length < all.length) {
      this.#callback = kept[0] ?? null;
      if (this._details !== null)
        this._details.more_callbacks = kept.length > 1 ? kept.slice(1) : null;
    }
    return all.length - kept.length;
  }

  set_result(result: T): void {
    this._check_pending();
    this._finish(result);
  }

  set_exception(exception: Dynamic): void {
    this._check_pending();
    const error: unknown = typeof exception === "function" ? new exception() : exception;
    if (!(error instanceof Error)) throw new TypeError("invalid exception object");
    if (error instanceof StopIteration) {
      const replaced = new RuntimeError(
        "StopIteration interacts badly with generators and cannot be raised into a Future",
      );
      replaced.__cause__ = error;
      replaced.__context__ = error;
      this._fail(replaced);
    } else {
      this._fail(error);
    }
  }

  /**
   * What `await future` calls. In a task, on a pending future, it ends the task's step; outside of tasks (plain
   * TypeScript) it waits by a callback. Hidden while the future is handed over as a value.
   */
  get then(): PromiseLike<T>["then"] {
    if (is_handed_over(this)) return undefined as never;
    if (this._state === "PENDING") expect_await(this);
    return await_future as PromiseLike<T>["then"];
  }

  /** As a promise's. */
  catch<R>(on_error: (error: Dynamic) => R | PromiseLike<R>): Promise<T | R> {
    return promise_of<T>(this).catch(on_error);
  }

  /** As a promise's. */
  finally(on_end: () => void): Promise<T> {
    return promise_of<T>(this).finally(on_end);
  }

  get [HIDES_THEN](): true {
    return true;
  }

  /** For `yield from future`: as in CPython, the task that drives the iterator waits for what it yields. */
  *__await__(): Generator<this, T, Dynamic> {
    if (!this.done()) {
      this._asyncio_future_blocking = true;
      yield this;
    }
    if (!this.done()) throw new RuntimeError("await wasn't used with future");
    return this.result();
  }

  __iter__(): Generator<this, T, Dynamic> {
    return this.__await__();
  }

  __repr__(): string {
    return future_repr(this, () => this._repr_info());
  }

  _repr_info(): string[] {
    return future_repr_info(this);
  }

  _shown_callbacks(): readonly unknown[] {
    return this._all_at_end().map((entry) =>
      entry instanceof DoneCallback ? entry.callback : task_wakeup,
    );
  }

  /** Makes a task wake up when this is done. */
  _add_waiter(waiter: Waiter): void {
    this._add_at_end(waiter);
  }

  _check_pending(): void {
    if (this._state !== "PENDING") throw new InvalidStateError("invalid state");
  }

  _finish(result: T): void {
    this._result = result;
    this._state = "FINISHED";
    this._schedule_callbacks();
  }

  _fail(error: Dynamic): void {
    const details = this._detailed();
    details.exception = error;
    details.trail = trail_of(error);
    this._state = "FINISHED";
    this._schedule_callbacks();
    details.is_unretrieved = true;
    this._loop._unretrieved.add(this);
  }

  /** Where the loop raises it, the place of its making tells nothing. */
  _make_cancelled_error({ is_traced = false } = {}): CancelledError {
    const details = this._details;
    const error = details === null ? null : details.cancelled_error;
    if (details !== null && error !== null) {
      details.cancelled_error = null;
      return error;
    }
    const message: Dynamic = this._cancel_message;
    const args: readonly Dynamic[] = message === null ? [] : [message];
    return is_traced ? new CancelledError(...args) : bare_exception(CancelledError, ...args);
  }

  _schedule_callbacks(): void {
    const first = this.#callback;
    if (first === null) return;
    this.#callback = null;
    const loop = this._loop;
    loop._push_ready(first);
    const details = this._details;
    if (details === null || details.more_callbacks === null) return;
    const more = details.more_callbacks;
    details.more_callbacks = null;
    for (const entry of more) loop._push_ready(entry);
  }

  _add_at_end(entry: Ready): void {
    if (this.#callback === null) this.#callback = entry;
    else (this._detailed().more_callbacks ??= []).push(entry);
  }

  _all_at_end(): readonly Ready[] {
    const more = this._details === null ? null : this._details.more_callbacks;
    return this.#callback === null ? [] : [this.#callback, ...(more ?? [])];
  }
}

/** Whether the object is a future or a task, or says by `_asyncio_future_blocking` that it does what they do. */
export function isfuture(value: unknown): value is Future<unknown> {
  return value instanceof Future || is_future_like(value);
}

/** As CPython tells futures that others have made: the class and the object have the mark. */
function is_future_like(value: Dynamic): boolean {
  if (typeof value !== "object" || value === null) return false;
  const mark: unknown = value._asyncio_future_blocking;
  if (mark === undefined || mark === null) return false;
  const type: Dynamic = value.__class__ ?? value.constructor;
  return "_asyncio_future_blocking" in type || type === Future || type.prototype instanceof Future;
}

export function set_result_unless_cancelled<T>(future: Future<T>, result: T): void {
  if (!future.cancelled()) future.set_result(result);
}
shown_as("_set_result_unless_cancelled", set_result_unless_cancelled);

/** What an `await` of the future does, for what is awaited in its place: where that is has been noted. */
export function hang_on<T>(future: Future<T>, on_value: Resolve, on_error: Reject): void {
  const thread = interpreter.current;
  if (thread.stepping !== null) thread.expecting = future;
  await_future.call(future as Future<unknown>, on_value, on_error);
}

function await_future<T>(
  this: Future<T>,
  on_value: Resolve | null | undefined,
  on_error: Reject | null | undefined,
): PromiseLike<unknown> | undefined {
  if (is_by_hand(on_error)) return promise_of<unknown>(this).then(on_value);
  const waiter = interpreter.current.stepping as Waiter | null;
  const is_pending = this._state === "PENDING";
  const is_awaited = is_expected(this) || !is_pending;
  if (waiter !== null && is_awaited && is_pending) {
    waiter._suspend_on(this, on_value ?? Object);
    return undefined;
  }
  waiter?._go_on();
  if (waiter === null || !is_awaited) return wait_outside(this, on_value, on_error);
  settle(this, on_value ?? Object, on_error ?? Object);
  return undefined;
}

function settle<T>(future: Future<T>, resolve: Resolve, reject: Reject): void {
  const error: unknown =
    future._state === "CANCELLED" ? future._make_cancelled_error() : future._exception;
  if (future._left !== null) future._left._leave(future, error);
  if (error === null) resolve_with(resolve, future._result);
  else if (future._state === "CANCELLED") reject(error);
  else {
    future._mark_retrieved();
    reject_awaiting(resolve, reject, error, future._trail);
  }
}

/** `await future`, `future.then(…)` in code that is no part of any task. */
function wait_outside<T>(
  future: Future<T>,
  on_value: Resolve | null | undefined,
  on_error: Reject | null | undefined,
): PromiseLike<unknown> {
  const settled = new Promise<unknown>((resolve, reject) => {
    if (future._state === "PENDING")
      future.add_done_callback(shown_as("settle", () => settle(future, resolve, reject)));
    else settle(future, resolve, reject);
  });
  return settled.then(on_value, on_error);
}

const WAITER: unique symbol = Symbol("waiter");

/** A callback that wakes a task up, for futures of a class that has its own `add_done_callback`. */
export function wake_up_of(waiter: Waiter & { readonly _loop: AbstractEventLoop }): Callback {
  const task_wakeup = (): void => waiter._loop._push_ready(waiter);
  const qualname = { value: "Task.task_wakeup" };
  return Object.defineProperties(task_wakeup, {
    __qualname__: qualname,
    [WAITER]: { value: waiter },
  });
}

/** Stands for a waiting task in the repr of a future's callbacks. */
function task_wakeup(): void {}
Object.defineProperty(task_wakeup, "__qualname__", { value: "Task.task_wakeup" });
