// Ends the process although something could still happen in it.

/** The status that `end_process`, or the end of all work, will give. */
export function set_exit_status(status: number): void {
  process.exitCode = status;
}

/** The status is the one set so far, 0 by default; what was written is delivered. */
export function end_process(): void {
  process.exit();
}
