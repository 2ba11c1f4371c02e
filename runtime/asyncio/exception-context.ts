// What an exception handler is told, as a dict.
import type { Dynamic } from "../builtins/dynamic.ts";
import { Dict } from "../builtins/mappings/dict.ts";

/** What went wrong: `message`, and `exception`, `task`, `future`, `handle` … */
export type ExceptionContext = Dict<string, Dynamic>;

export function exception_context(entries: Readonly<Record<string, Dynamic>>): ExceptionContext {
  return new Dict<string, Dynamic>(Object.entries(entries));
}
