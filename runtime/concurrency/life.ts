// How long the process lives: as long as the main thread and those that are not daemons.
import { set_program_holder } from "../builtins/program-end.ts";
import { interpreter, release_lock } from "../builtins/threads.ts";
import { end_process, set_exit_status } from "../platform/process-end.ts";

/** What the registry needs to know of a thread. */
export interface Living {
  readonly daemon: boolean;
}

/** Threads that were started and have not ended; the main thread is not among them. */
export const alive_threads = new Set<Living>();

const PERIOD_MS = 5;
let watch: ReturnType<typeof setInterval> | null = null;
let is_main_over = false;
/** The main thread ended by an exception: when the threads are done nothing else keeps the process. */
let is_failed = false;

/**
 * Nothing tells when the main module has come to its end. While it runs, it holds the interpreter lock, or it waits
 * in a blocking function, or its loop runs: when the platform comes to this timer and finds neither, it is over.
 */
export function watch_main_thread(): void {
  watch ??= setInterval(look, PERIOD_MS);
  set_program_holder(hold_process);
}

/** The main thread has failed; those that are no daemons go on. */
function hold_process(status: number): boolean {
  if (!is_held()) return false;
  is_failed = true;
  set_exit_status(status);
  if (!is_main_over) {
    is_main_over = true;
    if (!interpreter.is_free && interpreter.current.is_main) release_lock();
  }
  return true;
}

function is_held(): boolean {
  return [...alive_threads].some((thread) => !thread.daemon);
}

function look(): void {
  const { current, is_free } = interpreter;
  if (!is_main_over) {
    if (is_free || !current.is_main || current.running_loop !== null) return;
    is_main_over = true;
    release_lock();
  }
  if (is_held()) return;
  if (watch !== null) clearInterval(watch);
  watch = null;
  if (alive_threads.size > 0 || is_failed) end_process();
}
