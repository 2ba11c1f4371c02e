// Condition: waiting for a notification while holding a lock.
import { as_function } from "../builtins/calls/call.ts";
import { RuntimeError } from "../builtins/exceptions/index.ts";
import { truth } from "../builtins/truth.ts";
import { CancelledError } from "./exceptions.ts";
import { Lock, lock_repr } from "./locks.ts";
import { check_loop_argument } from "./loop-arguments.ts";
import { LoopBound } from "./mixins.ts";
import type { Future } from "./futures.ts";
import { type LineKeeper, Waiters } from "./waiters.ts";

/** Tasks that hold its lock can wait, and wake others that wait. */
export class Condition extends LoopBound implements LineKeeper {
  static readonly __name__: string = "Condition";
  static readonly __module__: string = "asyncio.locks";
  readonly _lock: Lock;
  readonly _waiters = new Waiters<boolean>(this);

  constructor(lock: Lock | null = null, options: { readonly loop?: unknown } = {}) {
    super();
    check_loop_argument(options, "Condition.__init__");
    this._lock = lock ?? new Lock();
  }

  locked(): boolean {
    return this._lock.locked();
  }

  async acquire(): Promise<true> {
    return await this._lock.acquire();
  }

  release(): void {
    this._lock.release();
  }

  /** Frees the lock, waits for a notification, and takes the lock again, also when it is cancelled. */
  async wait(): Promise<true> {
    if (!this.locked()) throw new RuntimeError("cannot wait on un-acquired lock");
    const loop = this._get_loop();
    this.release();
    try {
      try {
        await this._waiters.wait_in(loop);
        return true;
      } finally {
        await this.#acquire_again();
      }
    } catch (error) {
      // A notification may have come that nobody makes use of: another task gets it.
      this.#notify(1);
      throw error;
    }
  }

  _leave_line(place: Future<boolean>): void {
    this._waiters.remove(place);
  }

  /** Waits until `predicate()` is true, and returns what it gave. */
  async wait_for<T>(predicate: () => T): Promise<T> {
    const ask = as_function(predicate, 0);
    let result: T = ask();
    while (!truth(result)) {
      await this.wait();
      result = ask();
    }
    return result;
  }

  /** Wakes `n` tasks that wait. RuntimeError when the lock is not held. */
  notify(n = 1): void {
    if (!this.locked()) throw new RuntimeError("cannot notify on un-acquired lock");
    this.#notify(n);
  }

  notify_all(): void {
    this.notify(this._waiters.size);
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
    return lock_repr(this._object_repr(), this.locked() ? "locked" : "unlocked", this._waiters);
  }

  /** The lock is taken whatever happens; a cancel that came meanwhile is raised afterwards. */
  async #acquire_again(): Promise<void> {
    let cancelled: CancelledError | null = null;
    for (;;) {
      try {
        await this.acquire();
        break;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        cancelled = error;
      }
    }
    if (cancelled !== null) throw cancelled;
  }

  #notify(n: number): void {
    let left = n;
    for (const waiter of this._waiters) {
      if (left <= 0) return;
      if (waiter.done()) continue;
      left--;
      waiter.set_result(false);
    }
  }
}
