// Waiting of green threads: lines in which they stand until somebody wakes them or time is up.
import { is_lock_lent, release_lock_while } from "../builtins/threads.ts";
import { start_timer } from "./timers.ts";

/** Threads that wait for the same thing, in the order in which they came. */
export class WaitingLine {
  readonly #waiting = new Set<(is_woken: boolean) => void>();

  get size(): number {
    return this.#waiting.size;
  }

  /** Waits, without the interpreter lock. False when `timeout` seconds passed before anyone woke the caller. */
  wait(timeout: number | null = null): Promise<boolean> {
    return release_lock_while(
      new Promise<boolean>((resolve) => {
        const leave = (is_woken: boolean): void => {
          this.#waiting.delete(leave);
          stop_timer?.();
          resolve(is_woken);
        };
        const stop_timer =
          timeout === null ? null : start_timer(Math.max(0, timeout), () => leave(false));
        this.#waiting.add(leave);
      }),
    );
  }

  /** Wakes the first so many; they run when they get the interpreter lock. */
  wake(count = 1): void {
    let left = count;
    for (const leave of this.#waiting) {
      if (left-- <= 0) return;
      leave(true);
    }
  }

  wake_all(): void {
    this.wake(this.#waiting.size);
  }
}

/** What blocking functions await when they need not wait: see `is_lock_lent`. */
export function give_way_if_lent(): Promise<void> | null {
  return is_lock_lent() ? release_lock_while(Promise.resolve()) : null;
}

/** A deadline for several waits: the seconds that are left, `null` without limit. */
export function deadline(timeout: number | null, now: () => number): () => number | null {
  if (timeout === null) return () => null;
  const end = now() + timeout;
  return () => end - now();
}
