// alarm() and setitimer(ITIMER_REAL): one timer of the process, which raises SIGALRM.
import { deliver } from "../../concurrency/signal-handlers.ts";
import { start_timer } from "../../concurrency/timers.ts";
import { monotonic } from "../../platform/program-clock.ts";

const SIGALRM = 14;

let deadline: number | null = null;
let interval = 0;
let stop: () => void = () => {};

/** Seconds until it rings, 0 when it is not set; and the seconds between two rings. */
export function timer_state(): readonly [number, number] {
  return deadline === null ? [0, 0] : [Math.max(0, deadline - monotonic()), interval];
}

/** Rings after `seconds`, then every `every` seconds; never where `seconds` is 0. */
export function set_timer(seconds: number, every: number): void {
  stop();
  interval = every;
  deadline = seconds > 0 ? monotonic() + seconds : null;
  stop = seconds > 0 ? start_timer(seconds, ring) : () => {};
}

function ring(): void {
  set_timer(interval, interval);
  deliver(SIGALRM);
}
