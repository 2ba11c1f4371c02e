// threading.Lock and RLock.
import type { Blocking } from "../builtins/blocking.ts";
import { RuntimeError, ValueError } from "../builtins/exceptions/index.ts";
import { address } from "../builtins/identity.ts";
import { interpreter, type ThreadState } from "../builtins/threads.ts";
import { monotonic } from "../platform/program-clock.ts";
import { deadline, give_way_if_lent, WaitingLine } from "./waiting.ts";

/** What Condition needs of the lock it stands on. */
export interface BasicLock {
  acquire(blocking?: boolean, timeout?: number): Blocking<boolean>;
  release(): void;
  /** Whether the calling thread (for Lock: anyone) holds it. */
  _is_owned(): boolean;
  /** Lets go however often it was acquired; the result goes to `_acquire_restore`. */
  _release_save(): number;
  _acquire_restore(count: number): Blocking<void>;
}

/** States: unlocked ⇄ locked. A release wakes one waiter, which tries again: whoever comes first gets the lock. */
export class Lock implements BasicLock {
  static readonly __name__: string = "lock";
  static readonly __module__: string = "_thread";

  #is_locked = false;
  readonly #line = new WaitingLine();

  /** True when the lock was got. Waits without limit, up to `timeout` seconds, or (`blocking` false) not at all. */
  async acquire(blocking: boolean = true, timeout: number = -1): Blocking<boolean> {
    const limit = checked_timeout(blocking, timeout);
    if (this.#is_locked) {
      if (!blocking) return false;
      const seconds_left = deadline(limit, monotonic);
      while (this.#is_locked) {
        const is_woken = await this.#line.wait(seconds_left());
        if (!is_woken && this.#is_locked) return false;
      }
      this.#is_locked = true;
      return true;
    }
    this.#is_locked = true;
    await give_way_if_lent();
    return true;
  }

  /** RuntimeError when the lock is not locked. Any thread may do it. */
  release(): void {
    if (!this.#is_locked) throw new RuntimeError("release unlocked lock");
    this.#is_locked = false;
    this.#line.wake();
  }

  locked(): boolean {
    return this.#is_locked;
  }

  __enter__(): Blocking<boolean> {
    return this.acquire();
  }

  __exit__(): void {
    this.release();
  }

  __repr__(): string {
    const state = this.#is_locked ? "locked" : "unlocked";
    return `<${state} _thread.lock object at ${address(this)}>`;
  }

  _is_owned(): boolean {
    return this.#is_locked;
  }

  _release_save(): number {
    this.release();
    return 1;
  }

  async _acquire_restore(_count: number): Blocking<void> {
    await this.acquire();
  }
}

/** A lock that its owner may acquire again; it is free when released as often. */
export class RLock implements BasicLock {
  static readonly __name__: string = "RLock";
  static readonly __module__: string = "_thread";

  #owner: ThreadState | null = null;
  #count = 0;
  readonly #line = new WaitingLine();

  async acquire(blocking: boolean = true, timeout: number = -1): Blocking<boolean> {
    const limit = checked_timeout(blocking, timeout);
    const thread = interpreter.current;
    if (this.#owner !== null && this.#owner !== thread) {
      if (!blocking) return false;
      const seconds_left = deadline(limit, monotonic);
      while (this.#owner !== null) {
        const is_woken = await this.#line.wait(seconds_left());
        if (!is_woken && this.#owner !== null) return false;
      }
      this.#own(thread);
      return true;
    }
    this.#own(thread);
    await give_way_if_lent();
    return true;
  }

  /** RuntimeError when another thread, or none, holds it. */
  release(): void {
    if (this.#owner !== interpreter.current)
      throw new RuntimeError("cannot release un-acquired lock");
    this.#count--;
    if (this.#count > 0) return;
    this.#owner = null;
    this.#line.wake();
  }

  __enter__(): Blocking<boolean> {
    return this.acquire();
  }

  __exit__(): void {
    this.release();
  }

  __repr__(): string {
    const state = this.#owner === null ? "unlocked" : "locked";
    const owner = this.#owner === null ? "0" : BigInt(address(this.#owner)).toString();
    return `<${state} _thread.RLock object owner=${owner} count=${this.#count} at ${address(this)}>`;
  }

  _is_owned(): boolean {
    return this.#owner === interpreter.current;
  }

  _release_save(): number {
    const count = this.#count;
    if (count === 0) throw new RuntimeError("cannot release un-acquired lock");
    this.#count = 0;
    this.#owner = null;
    this.#line.wake();
    return count;
  }

  async _acquire_restore(count: number): Blocking<void> {
    await this.acquire();
    this.#count = count;
  }

  #own(thread: ThreadState): void {
    this.#owner = thread;
    this.#count++;
  }
}

function checked_timeout(blocking: boolean, timeout: number): number | null {
  const seconds = Number(timeout);
  if (!blocking && seconds !== -1) {
    throw new ValueError("can't specify a timeout for a non-blocking call");
  }
  if (seconds < 0 && seconds !== -1) {
    throw new ValueError("timeout value must be a non-negative number");
  }
  return seconds === -1 ? null : seconds;
}
