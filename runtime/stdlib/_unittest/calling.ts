// Calls of the program's functions by the tests' machinery: those that block are awaited, coroutines are left alone.
import type { Blocking } from "../../builtins/blocking.ts";
import { call_with } from "../../builtins/calls/call-with.ts";
import { call } from "../../builtins/calls/call.ts";
import { callable_kind } from "../../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { is_keywords } from "../../builtins/keywords.ts";

/** What a call gave, in a box: a coroutine object must not be awaited on its way. */
export interface Given {
  readonly value: Dynamic;
}

/** `f(*args, **keywords)`, the keywords in a trailing object; waits where the function blocks. */
export async function called(f: Dynamic, args: readonly Dynamic[] = []): Blocking<Given> {
  if (!does_block(f)) return { value: call_now(f, args) };
  return { value: await call_now(f, args) };
}

/** The same without waiting. */
export function call_now(f: Dynamic, args: readonly Dynamic[]): Dynamic {
  const last = args.at(-1);
  return is_keywords(last) ? call_with(f, args.slice(0, -1), last) : call(f, ...args);
}

/** Whether the call's result is a promise that stands for Python's waiting. */
export function does_block(f: Dynamic): boolean {
  const callee: unknown = typeof f === "function" ? f : f?.__call__;
  return typeof callee === "function" && callable_kind(callee) === "blocking";
}
