// The end of the process: brought about although something could still happen in it, and who is told of it.
import { is_main_thread } from "./entry.ts";
import { flush_stdout } from "./output.ts";

/** The status that `end_process`, or the end of all work, will give. */
export function set_exit_status(status: number): void {
  process.exitCode = status;
}

/** The status is the one set so far, 0 by default; what was written is delivered. */
export function end_process(): void {
  process.exit();
}

let is_abrupt = false;

/** Ends the process without a word to those who asked to be told. */
export function abort_process(status: number): never {
  is_abrupt = true;
  process.exit(status);
}

/** Calls `told` when the process ends, in whatever way but `abort_process` or a signal; never in worker threads. */
export function at_process_end(told: () => void): void {
  if (!is_main_thread()) return;
  // Before others take away what is still needed, such as the program's source map.
  process.prependListener("exit", () => {
    if (is_abrupt) return;
    told();
    flush_stdout();
  });
}
