// Functions that block in Python, given to a thread as they are: `to_thread(time.sleep, 1)`.
import type { Dynamic } from "../builtins/dynamic.ts";

const YIELDING = Symbol("yielding");

/** Says which function lets other threads run where `blocking` would hold them all up. */
export function set_yielding(blocking: Function, yielding: Function): void {
  Object.defineProperty(blocking, YIELDING, { value: yielding });
}

/** What a thread calls that was told to call `fn`. */
export function in_thread(fn: Dynamic): Dynamic {
  return typeof fn === "function" && YIELDING in fn ? fn[YIELDING] : fn;
}
