// Lock and Event; Condition, Semaphore and Barrier have files of their own.
import { coroutine_methods } from "../builtins/calls/callable-kind.ts";
import { RuntimeError } from "../builtins/exceptions/index.ts";
import { CancelledError } from "./exceptions.ts";
import { check_loop_argument } from "./loop-arguments.ts";
import { LoopBound } from "./mixins.ts";
import type { Future } from "./futures.ts";
import { type LineKeeper, Waiters } from "./waiters.ts";

/** Mutual exclusion between tasks. It does not barge: who comes while others wait goes to the end of the queue. */
export class Lock extends LoopBound implements LineKeeper {
  static readonly __name__: string = "Lock";
  static readonly __module__: string = "asyncio.locks";
  static {
    coroutine_methods(this, "acquire");
  }

  #is_locked = false;
  readonly _waiters = new Waiters<boolean>(this);

  constructor(options: { readonly loop?: unknown } = {}) {
    super();
    check_loop_argument(options, "Lock.__init__");
  }

  locked(): boolean {
    return this.#is_locked;
  }

  /** Waits until the lock is free and takes it. */
  acquire(): Promise<true> {
    if (!this.#is_locked && this._waiters.are_all_cancelled()) {
      this.#is_locked = true;
      return Promise.resolve(true);
    }
    const place = this._waiters.wait_in(this._get_loop());
    return place as unknown as Promise<true>;
  }

  _leave_line(place: Future<boolean>, error: unknown): void {
    this._waiters.remove(place);
    if (error === null) this.#is_locked = true;
    // The wake-up that this waiter got and can't use is passed on.
    else if (error instanceof CancelledError && !this.#is_locked) this.#wake_up_first();
  }

  /** Frees the lock and wakes the first waiter. RuntimeError when it is not locked. */
  release(): void {
    if (!this.#is_locked) throw new RuntimeError("Lock is not acquired.");
    this.#is_locked = false;
    this.#wake_up_first();
  }

  async __aenter__(): Promise<null> {
    await this.acquire();
    return null;
  }

  async __aexit__(): Promise<null> {
    this.release();
    return null;
  }

  __repr__(): string {
    return lock_repr(this._object_repr(), this.#is_locked ? "locked" : "unlocked", this._waiters);
  }

  #wake_up_first(): void {
    const first = this._waiters.first();
    if (first !== null && !first.done()) first.set_result(true);
  }
}

/** A flag for which tasks wait. */
export class Event extends LoopBound implements LineKeeper {
  static readonly __name__: string = "Event";
  static readonly __module__: string = "asyncio.locks";
  static {
    coroutine_methods(this, "wait");
  }

  #is_set = false;
  readonly _waiters = new Waiters<boolean>(this);

  constructor(options: { readonly loop?: unknown } = {}) {
    super();
    check_loop_argument(options, "Event.__init__");
  }

  is_set(): boolean {
    return this.#is_set;
  }

  /** Sets the flag and frees everyone who waits, even if it is cleared before they run. */
  set(): void {
    if (this.#is_set) return;
    this.#is_set = true;
    for (const waiter of this._waiters) if (!waiter.done()) waiter.set_result(true);
  }

  clear(): void {
    this.#is_set = false;
  }

  /** Waits until the flag is set; returns at once when it is. */
  wait(): Promise<true> {
    if (this.#is_set) return Promise.resolve(true);
    const place = this._waiters.wait_in(this._get_loop());
    return place as unknown as Promise<true>;
  }

  _leave_line(place: Future<boolean>): void {
    this._waiters.remove(place);
  }

  __repr__(): string {
    return lock_repr(this._object_repr(), this.#is_set ? "set" : "unset", this._waiters);
  }
}

/** `<… [locked, waiters:2]>`. */
export function lock_repr(
  object: string,
  state: string,
  waiters: { readonly size: number },
): string {
  return `<${object} [${waiters.size > 0 ? `${state}, waiters:${waiters.size}` : state}]>`;
}
