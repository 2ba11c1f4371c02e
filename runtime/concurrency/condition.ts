// threading.Condition.
import type { Blocking } from "../builtins/blocking.ts";
import { RuntimeError } from "../builtins/exceptions/index.ts";
import { truth } from "../builtins/truth.ts";
import { repr } from "../builtins/representation.ts";
import { monotonic } from "../platform/program-clock.ts";
import { type BasicLock, RLock } from "./lock.ts";
import { deadline, WaitingLine } from "./waiting.ts";

/** Waiting for a change of what a lock protects. */
export class Condition {
  static readonly __name__: string = "Condition";
  static readonly __module__: string = "threading";

  readonly #lock: BasicLock;
  readonly #line = new WaitingLine();

  constructor(lock: BasicLock | null = null) {
    this.#lock = lock ?? new RLock();
  }

  acquire(blocking: boolean = true, timeout: number = -1): Blocking<boolean> {
    return this.#lock.acquire(blocking, timeout);
  }

  release(): void {
    this.#lock.release();
  }

  /** Lets the lock go, waits for a notification, and takes the lock back. False when time was up. */
  async wait(timeout: number | null = null): Blocking<boolean> {
    this.#check_owned("wait on");
    const count = this.#lock._release_save();
    try {
      return await this.#line.wait(timeout === null ? null : Number(timeout));
    } finally {
      await this.#lock._acquire_restore(count);
    }
  }

  /** Waits until the predicate holds; returns its last value. */
  async wait_for<T>(predicate: () => T, timeout: number | null = null): Blocking<T> {
    const seconds_left = deadline(timeout === null ? null : Number(timeout), monotonic);
    let value = predicate();
    while (!truth(value)) {
      const seconds = seconds_left();
      if (seconds !== null && seconds <= 0) break;
      await this.wait(seconds);
      value = predicate();
    }
    return value;
  }

  /** Wakes up to n of those that wait. */
  notify(n: number = 1): void {
    this.#check_owned("notify on");
    this.#line.wake(Number(n));
  }

  notify_all(): void {
    this.notify(this.#line.size);
  }

  __enter__(): Blocking<boolean> {
    return this.#lock.acquire();
  }

  __exit__(): void {
    this.#lock.release();
  }

  __repr__(): string {
    return `<Condition(${repr(this.#lock)}, ${this.#line.size})>`;
  }

  #check_owned(action: string): void {
    if (!this.#lock._is_owned()) throw new RuntimeError(`cannot ${action} un-acquired lock`);
  }
}
