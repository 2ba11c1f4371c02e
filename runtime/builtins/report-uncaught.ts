// The end of a program by an exception that nobody caught: what is printed, and the exit status.
import { keep_stack_frames, watch_uncaught } from "../platform/process.ts";
import { call } from "./calls/call.ts";
import type { Dynamic } from "./dynamic.ts";
import { as_exception } from "./exceptions/as-exception.ts";
import type { BaseException } from "./exceptions/base.ts";
import { KeyboardInterrupt } from "./exceptions/hierarchy.ts";
import { SystemExit } from "./exceptions/stop.ts";
import { integer_value } from "./numbers/kinds.ts";
import { end_program } from "./program-end.ts";
import { text_of } from "./representation.ts";
import { standard_streams } from "./standard-streams.ts";
import { format_exception } from "./traceback/format-exception.ts";

const INTERRUPTED = 130;
const STACK_FRAMES = 20_000;

/**
 * Prints the traceback of an uncaught error on sys.stderr and gives the process's exit status: 1, for KeyboardInterrupt
 * 130. SystemExit prints its message only and gives its own status.
 */
export function report_uncaught(thrown: unknown): number {
  const error = as_exception(thrown);
  if (error instanceof SystemExit) return exit_status(error.code);
  tell(error);
  return error instanceof KeyboardInterrupt ? INTERRUPTED : 1;
}

/** `sys.excepthook`, where the program has set one of its own. */
export const uncaught: { hook: Dynamic } = { hook: null };

function tell(error: BaseException): void {
  const { hook } = uncaught;
  if (hook === null) return write_error(format_exception(error, { is_uncaught: true }));
  try {
    call(hook, error.constructor, error, error.__traceback__);
  } catch (raised) {
    write_error(
      `Error in sys.excepthook:\n${format_exception(raised)}\nOriginal exception was:\n${format_exception(error)}`,
    );
  }
}

/** From now on errors that nobody catches end the process as they do in Python. */
export function install_uncaught_handler(): void {
  if (is_installed) return;
  is_installed = true;
  keep_stack_frames(STACK_FRAMES);
  watch_uncaught((error) => end_program(report_uncaught(error)));
}

let is_installed = false;

function exit_status(code: unknown): number {
  if (code == null) return 0;
  const status = integer_value(code);
  if (status !== null) return Number(BigInt.asUintN(8, BigInt(status)));
  write_error(`${text_of(code)}\n`);
  return 1;
}

function write_error(text: string): void {
  const { stdout, stderr } = standard_streams();
  try {
    stdout?.flush?.();
  } catch {
    // reported at the end of the process
  }
  stderr?.write(text);
}
