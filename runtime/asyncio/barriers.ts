// Barrier: tasks wait for each other until enough of them have come.
import { ValueError } from "../builtins/exceptions/index.ts";
import { Condition } from "./condition.ts";
import { BrokenBarrierError } from "./exceptions.ts";
import { LoopBound } from "./mixins.ts";

type BarrierState = "filling" | "draining" | "resetting" | "broken";

/**
 * States: filling → draining when the last party comes → filling when all have left; `reset` goes through resetting
 * while tasks wait, `abort` ends in broken.
 */
export class Barrier extends LoopBound {
  static readonly __name__: string = "Barrier";
  static readonly __module__: string = "asyncio.locks";
  readonly #changed = new Condition();
  readonly #parties: number;
  #state: BarrierState = "filling";
  _count = 0;

  constructor(parties: number) {
    super();
    if (parties < 1) throw new ValueError("parties must be > 0");
    this.#parties = parties;
  }

  get parties(): number {
    return this.#parties;
  }

  get n_waiting(): number {
    return this.#state === "filling" ? this._count : 0;
  }

  get broken(): boolean {
    return this.#state === "broken";
  }

  /** Waits for the other parties; returns a number of its own for each, from 0. BrokenBarrierError after an abort. */
  async wait(): Promise<number> {
    await this.#changed.acquire();
    try {
      await this.#changed.wait_for(() => this.#state !== "draining" && this.#state !== "resetting");
      if (this.#state === "broken") throw new BrokenBarrierError("Barrier aborted");
      try {
        const index = this._count++;
        if (index + 1 === this.#parties) {
          this.#state = "draining";
          this.#changed.notify_all();
        } else await this.#wait_for_others();
        return index;
      } finally {
        this._count--;
        this.#leave();
      }
    } finally {
      this.#changed.release();
    }
  }

  /** Back to empty; those who wait get BrokenBarrierError. */
  async reset(): Promise<null> {
    await this.#changed.acquire();
    try {
      if (this._count > 0) this.#state = "resetting";
      else this.#state = "filling";
      this.#changed.notify_all();
    } finally {
      this.#changed.release();
    }
    return null;
  }

  /** Breaks the barrier; those who wait, and all who come, get BrokenBarrierError. */
  async abort(): Promise<null> {
    await this.#changed.acquire();
    try {
      this.#state = "broken";
      this.#changed.notify_all();
    } finally {
      this.#changed.release();
    }
    return null;
  }

  async __aenter__(): Promise<number> {
    return await this.wait();
  }

  async __aexit__(): Promise<null> {
    return null;
  }

  __repr__(): string {
    const waiters = this.broken ? "" : `, waiters:${this.n_waiting}/${this.#parties}`;
    return `<${this._object_repr()} [${this.#state}${waiters}]>`;
  }

  async #wait_for_others(): Promise<void> {
    await this.#changed.wait_for(() => this.#state !== "filling");
    if (this.#state === "broken" || this.#state === "resetting")
      throw new BrokenBarrierError("Abort or reset of barrier");
  }

  #leave(): void {
    if (this._count > 0) return;
    if (this.#state === "resetting" || this.#state === "draining") this.#state = "filling";
    this.#changed.notify_all();
  }
}
