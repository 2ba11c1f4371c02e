// Lock and Event; Condition, Semaphore and Barrier have files of their own.
import { RuntimeError } from "../builtins/exceptions/index.ts";
import { CancelledError } from "./exceptions.ts";
import { check_loop_argument } from "./loop-arguments.ts";
import { LoopBound } from "./mixins.ts";
import { Waiters } from "./waiters.ts";

/** Mutual exclusion between tasks. It does not barge: who comes while others wait goes to the end of the queue. */
export class Lock extends LoopBound {
  static readonly __name__: string = "Lock";
  static readonly __module__: string = "asyncio.locks";
  #is_locked = false;
  readonly _waiters = new Waiters<boolean>();

  constructor(options: { readonly loop?: unknown } = {}) {
    super();
    check_loop_argument(options, "Lock.__init__");
  }

  locked(): boolean {
    return this.#is_locked;
  }

  /** Waits until the lock is free and takes it. */
  async acquire(): Promise<true> {
    if (!this.#is_locked && this._waiters.are_all_cancelled()) {
      this.#is_locked = true;
      return true;
    }
    const waiter = this._create_waiter<boolean>();
    this._waiters.add(waiter);
    try {
      try {
        await waiter;
      } finally {
        this._waiters.remove(waiter);
      }
    } catch (error) {
      // The wake-up that this waiter got and can't use is passed on.
      if (error instanceof CancelledError && !this.#is_locked) this.#wake_up_first();
      throw error;
    }
    this.#is_locked = true;
    return true;
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
export class Event extends LoopBound {
  static readonly __name__: string = "Event";
  static readonly __module__: string = "asyncio.locks";
  #is_set = false;
  readonly _waiters = new Waiters<boolean>();

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
  async wait(): Promise<true> {
    if (this.#is_set) return true;
    const waiter = this._create_waiter<boolean>();
    this._waiters.add(waiter);
    try {
      await waiter;
      return true;
    } finally {
      this._waiters.remove(waiter);
    }
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
