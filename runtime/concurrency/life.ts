// How long the process lives: as long as the main thread and those that are not daemons.
import { interpreter, release_lock } from "../builtins/threads.ts";
import { end_process } from "../platform/process-end.ts";

/** What the registry needs to know of a thread. */
export interface Living {
  readonly daemon: boolean;
}

/** Threads that were started and have not ended; the main thread is not among them. */
export const alive_threads = new Set<Living>();

const PERIOD_MS = 5;
let watch: ReturnType<typeof setInterval> | null = null;
let is_main_over = false;

/**
 * Nothing tells when the main module has come to its end. While it runs, it holds the interpreter lock, or it waits
 * in a blocking function, or its loop runs: when the platform comes to this timer and finds neither, it is over.
 */
export function watch_main_thread(): void {
  watch ??= setInterval(look, PERIOD_MS);
}

function look(): void {
  const { current, is_free } = interpreter;
  if (!is_main_over) {
    if (is_free || !current.is_main || current.running_loop !== null) return;
    is_main_over = true;
    release_lock();
  }
  if ([...alive_threads].some((thread) => !thread.daemon)) return;
  if (watch !== null) clearInterval(watch);
  watch = null;
  if (alive_threads.size > 0) end_process();
}
