// Runs a module as the program: what `pyasync2ts run` does once the program is translated.
import { set_program } from "../platform/process.ts";
import { set_main_module } from "./main-module.ts";
import { end_program } from "./program-end.ts";
import { trace_output, type PrintedLine } from "./trace-output.ts";
import { install_uncaught_handler, report_uncaught } from "./report-uncaught.ts";

export interface RunOptions {
  /** Sleeps and timers jump instead of waiting. */
  readonly is_virtual_time?: boolean;
  /** Hears who printed each line. */
  readonly trace?: ((line: PrintedLine) => void) | null;
  /** The modules of the packages in which the program lies: they run first. */
  readonly packages?: readonly string[];
}

/**
 * Imports the module at `url` as the main program; `argv` is its `sys.argv`. An exception that nobody catches ends the
 * process with a traceback and its status.
 */
export async function run_main(
  url: string,
  argv: readonly string[],
  { is_virtual_time = false, trace = null, packages = [] }: RunOptions = {},
): Promise<void> {
  set_program({ arguments: argv, is_virtual_time });
  set_main_module(url);
  install_uncaught_handler();
  if (trace !== null) trace_output(trace);
  try {
    for (const each of packages) await import(each);
    await import(url);
  } catch (error) {
    end_program(report_uncaught(error));
  }
}
