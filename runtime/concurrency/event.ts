// threading.Event, Semaphore, BoundedSemaphore and Barrier.
import type { Blocking } from "../builtins/blocking.ts";
import { RuntimeError, ValueError } from "../builtins/exceptions/index.ts";
import { address } from "../builtins/identity.ts";
import { monotonic } from "../platform/program-clock.ts";
import { deadline, give_way_if_lent, WaitingLine } from "./waiting.ts";

/** A flag to wait for. */
export class Event {
  static readonly __name__: string = "Event";
  static readonly __module__: string = "threading";

  #is_set = false;
  readonly #line = new WaitingLine();

  is_set(): boolean {
    return this.#is_set;
  }

  set(): void {
    this.#is_set = true;
    this.#line.wake_all();
  }

  clear(): void {
    this.#is_set = false;
  }

  /** Waits until the flag is set. False when `timeout` seconds passed before. */
  async wait(timeout: number | null = null): Blocking<boolean> {
    if (this.#is_set) {
      await give_way_if_lent();
      return true;
    }
    return this.#line.wait(timeout === null ? null : Number(timeout));
  }

  __repr__(): string {
    return `<threading.Event at ${address(this)}: ${this.#is_set ? "set" : "unset"}>`;
  }
}

/** Lets so many threads in at a time. */
export class Semaphore {
  static readonly __name__: string = "Semaphore";
  static readonly __module__: string = "threading";

  _value: number;
  readonly #line = new WaitingLine();

  constructor(value: number = 1) {
    if (value < 0) throw new ValueError("semaphore initial value must be >= 0");
    this._value = value;
  }

  /** True when entry was got; waits as `Lock.acquire` does. */
  async acquire(blocking: boolean = true, timeout: number | null = null): Blocking<boolean> {
    if (!blocking && timeout !== null) {
      throw new ValueError("can't specify timeout for non-blocking acquire");
    }
    if (this._value > 0) {
      this._value--;
      await give_way_if_lent();
      return true;
    }
    if (!blocking) return false;
    const seconds_left = deadline(timeout === null ? null : Number(timeout), monotonic);
    while (this._value === 0) {
      const is_woken = await this.#line.wait(seconds_left());
      if (!is_woken && this._value === 0) return false;
    }
    this._value--;
    return true;
  }

  /** Lets n more in. ValueError below one. */
  release(n: number = 1): void {
    if (n < 1) throw new ValueError("n must be one or more");
    this._value += Number(n);
    this.#line.wake(Number(n));
  }

  __enter__(): Blocking<boolean> {
    return this.acquire();
  }

  __exit__(): void {
    this.release();
  }
}

/** A semaphore that is never released more often than acquired. */
export class BoundedSemaphore extends Semaphore {
  static override readonly __name__: string = "BoundedSemaphore";
  readonly _initial_value: number;

  constructor(value: number = 1) {
    super(value);
    this._initial_value = value;
  }

  override release(n: number = 1): void {
    if (this._value + n > this._initial_value)
      throw new ValueError("Semaphore released too many times");
    super.release(n);
  }
}

export class BrokenBarrierError extends RuntimeError {
  static override readonly __name__: string = "BrokenBarrierError";
  static override readonly __module__: string = "threading";
}

/** So many threads wait for each other. States: filling → draining → filling …; broken until `reset`. */
export class Barrier {
  static readonly __name__: string = "Barrier";
  static readonly __module__: string = "threading";

  readonly parties: number;
  readonly #action: (() => unknown) | null;
  readonly #timeout: number | null;
  #count = 0;
  #is_broken = false;
  #line = new WaitingLine();

  constructor(
    parties: number,
    action: (() => unknown) | null = null,
    timeout: number | null = null,
  ) {
    if (parties < 1) throw new ValueError("parties must be > 0");
    this.parties = parties;
    this.#action = action;
    this.#timeout = timeout;
  }

  /** Waits for the others; returns the place in the line. BrokenBarrierError when somebody gave up. */
  async wait(timeout: number | null = null): Blocking<number> {
    if (this.#is_broken) throw new BrokenBarrierError();
    const place = this.#count++;
    const line = this.#line;
    if (this.#count === this.parties) {
      this.#action?.();
      this.#count = 0;
      this.#line = new WaitingLine();
      line.wake_all();
      await give_way_if_lent();
      return place;
    }
    const limit = timeout ?? this.#timeout;
    const is_woken = await line.wait(limit === null ? null : Number(limit));
    if (!is_woken && line === this.#line) this.abort();
    if (this.#is_broken) throw new BrokenBarrierError();
    return place;
  }

  reset(): void {
    if (this.#count > 0) this.abort();
    this.#is_broken = false;
    this.#count = 0;
    this.#line = new WaitingLine();
  }

  abort(): void {
    this.#is_broken = true;
    this.#line.wake_all();
  }

  get n_waiting(): number {
    return this.#count;
  }

  get broken(): boolean {
    return this.#is_broken;
  }
}
