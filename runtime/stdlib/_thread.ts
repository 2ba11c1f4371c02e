// Python's _thread: what threading stands on, for programs written to it.
import { raise_signal as raise_number } from "../concurrency/signal-handlers.ts";
import { Lock, RLock } from "../concurrency/lock.ts";
import { Thread } from "../concurrency/thread.ts";
import type { Blocking } from "../builtins/blocking.ts";
import { blocking } from "../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import type { Dict } from "../builtins/mappings/dict.ts";
import { RuntimeError, SystemExit } from "../builtins/exceptions/index.ts";

export { get_ident, get_native_id } from "../concurrency/thread.ts";
export { Lock as LockType, RLock };
export const error: typeof RuntimeError = RuntimeError;
/** The longest timeout, in seconds. */
export const TIMEOUT_MAX = 9223372036;

export function allocate_lock(): Lock {
  return new Lock();
}

/** Starts a thread that nobody waits for; gives its number. */
export async function start_new_thread(
  f: Dynamic,
  args: readonly Dynamic[],
  named: Dict<string, Dynamic> | null = null,
): Blocking<number> {
  const thread = new Thread({ target: f, args, kwargs: named?.items() ?? null, daemon: true });
  await thread.start();
  return thread.ident ?? 0;
}

blocking(start_new_thread);

/** As if the signal had come: the main thread is interrupted. */
export function interrupt_main(signum: number = 2): void {
  raise_number(Number(signum));
}

export function exit(): never {
  throw new SystemExit();
}
