// Calls that hand on what they were given: `func(*args, **kwargs)`.
import type { Dynamic } from "../dynamic.ts";
import { is_keywords } from "../keywords.ts";
import { call_with } from "./call-with.ts";
import { call } from "./call.ts";

/** Calls with positional arguments and, where the last is an object of keywords, with these in their places. */
export function forward(callable: Dynamic, args: readonly Dynamic[]): Dynamic {
  const last = args.at(-1);
  return is_keywords(last) ? call_with(callable, args.slice(0, -1), last) : call(callable, ...args);
}
