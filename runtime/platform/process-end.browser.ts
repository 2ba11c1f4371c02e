// A page does not end with its program.
import { exit_process } from "./process.browser.ts";

export function set_exit_status(_status: number): void {}

export function end_process(): void {}

export function abort_process(status: number): never {
  return exit_process(status);
}

export function at_process_end(_told: () => void): void {}
