// The timer of a sleep: it ends the future on which the sleeping task hangs.
import type { AbstractEventLoop, Timer } from "./events.ts";
import type { Future, Left } from "./futures.ts";

/** States: scheduled (in the timer heap) → due (in the ready queue) → run; or cancelled, where the sleep is. */
export class SleepTimer<T> implements Timer, Left {
  readonly _when: number;
  readonly _order: number | null;
  _scheduled = false;
  _cancelled = false;
  readonly #future: Future<T>;
  readonly #result: T;

  constructor(loop: AbstractEventLoop, when: number, future: Future<T>, result: T) {
    this._when = when;
    this._order = loop._is_virtual ? loop._next_timer_number() : null;
    this.#future = future;
    this.#result = result;
  }

  _run(): void {
    if (this.#future._state === "PENDING") this.#future._finish(this.#result);
  }

  _leave(future: Future<T>, error: unknown): void {
    if (error === null || this._cancelled) return;
    future._loop._timer_handle_cancelled(this);
    this._cancelled = true;
  }
}
