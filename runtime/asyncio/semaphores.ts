// Semaphore and BoundedSemaphore: at most so many tasks at once.
import { coroutine_methods } from "../builtins/calls/callable-kind.ts";
import { ValueError } from "../builtins/exceptions/index.ts";
import { repr } from "../builtins/representation.ts";
import { CancelledError } from "./exceptions.ts";
import { lock_repr } from "./locks.ts";
import { check_loop_argument } from "./loop-arguments.ts";
import { LoopBound } from "./mixins.ts";
import type { Future } from "./futures.ts";
import { type LineKeeper, Waiters } from "./waiters.ts";

/** A counter that never goes below zero: who would bring it there waits, in the order of arrival. */
export class Semaphore extends LoopBound implements LineKeeper {
  static readonly __name__: string = "Semaphore";
  static readonly __module__: string = "asyncio.locks";
  static {
    coroutine_methods(this, "acquire");
  }

  _value: number;
  readonly _waiters = new Waiters<boolean>(this);

  constructor(value = 1, options: { readonly loop?: unknown } = {}) {
    super();
    check_loop_argument(options, "Semaphore.__init__");
    if (value < 0) throw new ValueError("Semaphore initial value must be >= 0");
    this._value = value;
  }

  /** Whether `acquire` would have to wait; others who wait go first. */
  locked(): boolean {
    return this._value === 0 || !this._waiters.are_all_cancelled();
  }

  acquire(): Promise<true> {
    if (!this.locked()) {
      this._value--;
      return Promise.resolve(true);
    }
    const place = this._waiters.wait_in(this._get_loop());
    return place as unknown as Promise<true>;
  }

  _leave_line(place: Future<boolean>, error: unknown): void {
    this._waiters.remove(place);
    // The unit that this waiter was given goes back.
    if (error instanceof CancelledError && place.done() && !place.cancelled()) this._value++;
    while (this._value > 0) if (!this.#wake_up_next()) break;
  }

  release(): void {
    this._value++;
    this.#wake_up_next();
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
    const state = this.locked() ? "locked" : `unlocked, value:${repr(this._value)}`;
    return lock_repr(this._object_repr(), state, this._waiters);
  }

  #wake_up_next(): boolean {
    const next = this._waiters.first_pending();
    if (next === null) return false;
    this._value--;
    next.set_result(true);
    return true;
  }
}

/** A semaphore that can't be released more often than it was acquired. */
export class BoundedSemaphore extends Semaphore {
  static override readonly __module__: string = "asyncio.locks";
  static override readonly __name__: string = "BoundedSemaphore";
  readonly #bound: number;

  constructor(value = 1, options: { readonly loop?: unknown } = {}) {
    check_loop_argument(options, "BoundedSemaphore.__init__");
    super(value, options);
    this.#bound = value;
  }

  override release(): void {
    if (this._value >= this.#bound)
      throw new ValueError("BoundedSemaphore released too many times");
    super.release();
  }
}
