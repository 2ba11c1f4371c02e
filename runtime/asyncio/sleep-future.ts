// What a sleeping task hangs on: a future that is its own timer.
import type { AbstractEventLoop, Timer } from "./events.ts";
import { Future } from "./futures.ts";

/** States: scheduled (in the timer heap) → due (in the ready queue) → done; the timer is cancelled where the sleep is. */
export class SleepFuture<T> extends Future<T> implements Timer {
  readonly _when: number;
  readonly _order: number | null;
  _scheduled = false;
  _cancelled = false;

  constructor(loop: AbstractEventLoop, when: number, result: T) {
    super({ loop });
    this._result = result;
    this._when = when;
    this._order = loop._is_virtual ? loop._next_timer_number() : null;
  }

  _run(): void {
    if (this._state === "PENDING") this._finish(this._result as T);
  }

  override _left_with_error(): void {
    if (this._cancelled) return;
    this._loop._timer_handle_cancelled(this);
    this._cancelled = true;
  }
}
