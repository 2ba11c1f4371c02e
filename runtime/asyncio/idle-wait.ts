// The wait of a loop that has nothing to run: for a time, or until something wakes it.
import { start_timer as start_program_timer } from "../concurrency/timers.ts";
import { monotonic } from "../platform/clock.ts";
import { start_timer } from "../platform/timers.ts";

/** States: awake → waiting (`wait`) → awake, when the time is over or `wake` is called. */
export class IdleWait {
  #finish: (() => void) | null = null;

  get is_waiting(): boolean {
    return this.#finish !== null;
  }

  /** Resolves after that many milliseconds, not before. The process lives on meanwhile. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = monotonic() + milliseconds / 1000;
      let cancel_timer: () => void;
      const finish = (): void => {
        this.#finish = null;
        cancel_timer();
        resolve();
      };
      const look = (): void => {
        // The platform's timers may come a little early.
        const left = end - monotonic();
        if (left <= 0) finish();
        else cancel_timer = start_timer(Math.max(1, Math.floor(left * 1000)), look);
      };
      cancel_timer = start_timer(milliseconds, look);
      this.#finish = finish;
    });
  }

  /** The same in the virtual time of the whole program; `null` waits until somebody wakes it. */
  wait_virtually(seconds: number | null): Promise<void> {
    return new Promise((resolve) => {
      let cancel_timer: (() => void) | null = null;
      const finish = (): void => {
        this.#finish = null;
        cancel_timer?.();
        resolve();
      };
      if (seconds !== null) cancel_timer = start_program_timer(seconds, finish);
      this.#finish = finish;
    });
  }

  wake(): void {
    this.#finish?.();
  }
}
