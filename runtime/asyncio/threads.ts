// asyncio.to_thread.
import type { Dynamic } from "../builtins/dynamic.ts";
import { running_loop } from "./events.ts";
import { in_callers_context } from "./executors.ts";
import type { UnixSelectorEventLoop } from "./unix_events.ts";

/** Calls a function in a worker thread, with the caller's context variables. Keyword arguments come last, in an object. */
export async function to_thread<A extends readonly Dynamic[], R>(
  func: (...args: A) => R | Promise<R>,
  ...args: A
): Promise<R> {
  const loop = running_loop() as UnixSelectorEventLoop;
  return await loop.run_in_executor(null, in_callers_context(func, args) as () => R);
}
