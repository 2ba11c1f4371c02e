// The end of a program by an exception or sys.exit(): at once, or when the threads that hold it have ended.
import { exit_process } from "../platform/process.ts";

/** Takes the end of the process over, with its status; false when nothing holds the process. */
export type Holder = (status: number) => boolean;

let holder: Holder | null = null;

/** Says who knows of threads that the process has to wait for. */
export function set_program_holder(holds: Holder): void {
  holder = holds;
}

/** Ends the process with the status, as soon as nothing holds it. */
export function end_program(status: number): void {
  if (holder?.(status) !== true) exit_process(status);
}
