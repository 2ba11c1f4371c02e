// What older Pythons took: `loop=` up to 3.9, for locks, queues, sleep, gather …; coroutines in `wait` up to 3.10.
import { TypeError } from "../builtins/exceptions/index.ts";

let is_refused = false;

/** From now on it is refused as in Python 3.13: for programs that no Python before 3.11 could run. */
export function refuse_legacy_arguments(): void {
  is_refused = true;
}

export function refuses_legacy(): boolean {
  return is_refused;
}

/** TypeError where the program gives a `loop` that its Python does not take. */
export function check_loop_argument(
  options: { readonly loop?: unknown } | undefined,
  callee: string,
): void {
  if (is_refused && options?.loop !== undefined)
    throw new TypeError(`${callee}() got an unexpected keyword argument 'loop'`);
}
