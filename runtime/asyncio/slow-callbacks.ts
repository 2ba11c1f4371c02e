// Debug mode names callbacks and steps that take long: they hold all others up, as does a bare native promise.
import { repr } from "../builtins/representation.ts";
import { monotonic } from "../platform/program-clock.ts";
import type { Ready } from "./events.ts";
import { log } from "./log.ts";

/** States: idle → timing (`begin`) → idle (`end`). */
export class SlowCallbacks {
  #ready: Ready | null = null;
  #start = 0;

  begin(ready: Ready): void {
    this.#ready = ready;
    this.#start = monotonic();
  }

  /** Logs a warning if what was begun took `longest` seconds or more. */
  end(longest: number): void {
    const ready = this.#ready;
    if (ready === null) return;
    this.#ready = null;
    const seconds = monotonic() - this.#start;
    if (seconds < longest) return;
    const shown = repr(ready);
    log("base_events", "warning", `Executing ${shown} took ${seconds.toFixed(3)} seconds`, {
      format: "Executing %s took %.3f seconds",
      args: [shown, seconds],
    });
  }
}
