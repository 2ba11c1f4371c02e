// Ends the process although something could still happen in it.

/** The status is the one set so far, 0 by default; what was written is delivered. */
export function end_process(): void {
  process.exit();
}
