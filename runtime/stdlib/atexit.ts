// Python's atexit: functions that are called when the program ends, the last one first.
import type { Dynamic } from "../builtins/dynamic.ts";
import { callable } from "../builtins/attributes/callable.ts";
import { call_with } from "../builtins/calls/call-with.ts";
import { eq } from "../builtins/equality.ts";
import { as_exception, TypeError } from "../builtins/exceptions/index.ts";
import type { int } from "../builtins/int.ts";
import { is_keywords } from "../builtins/keywords.ts";
import { repr } from "../builtins/representation.ts";
import { standard_streams } from "../builtins/standard-streams.ts";
import { format_unraisable } from "../builtins/traceback/unraisable.ts";
import { truth } from "../builtins/truth.ts";
import { at_process_end } from "../platform/process-end.ts";

interface Registered {
  readonly func: Dynamic;
  readonly args: readonly Dynamic[];
  readonly keywords: Readonly<Record<string, Dynamic>>;
}

/** `null` in the places of those that are forgotten, which CPython counts as well. */
let registered: (Registered | null)[] = [];
let is_watching = false;

/**
 * Calls `func(*args, **kwargs)` when the program has ended: after its last thread, its traceback if it has one, and
 * before its output is closed. Gives `func` back, so that it is a decorator too. TypeError for what can't be called.
 */
export function register<F>(func: F, ...args: readonly Dynamic[]): F {
  if (!callable(func)) throw new TypeError("the first argument must be callable");
  const last: Dynamic = args.at(-1);
  const keywords = is_keywords(last) ? last : null;
  registered.push({
    func,
    args: keywords === null ? args : args.slice(0, -1),
    keywords: keywords ?? {},
  });
  if (!is_watching) at_process_end(_run_exitfuncs);
  is_watching = true;
  return func;
}

/** Forgets every call of a function that equals `func`. */
export function unregister(func: Dynamic): void {
  registered = registered.map((each) =>
    each !== null && truth(eq(each.func, func)) ? null : each,
  );
}

/** Calls them now. What one of them raises is told on sys.stderr, and the others go on. */
export function _run_exitfuncs(): void {
  const now = registered;
  for (const each of now.toReversed()) {
    if (each === null) continue;
    const { func, args, keywords } = each;
    try {
      call_with(func, args, keywords);
    } catch (thrown) {
      const head = `Exception ignored in atexit callback ${repr(func)}:\n`;
      const text = format_unraisable(as_exception(thrown), new Error());
      standard_streams().stderr?.write(head + text);
    }
  }
  registered = [];
}

export function _clear(): void {
  registered = [];
}

export function _ncallbacks(): int {
  return registered.length;
}
