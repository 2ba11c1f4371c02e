// Errors without a trace, for those that are certainly caught where nobody looks at it: the trace is most of their cost.
import type { Dynamic } from "../dynamic.ts";
import { KeyError } from "../exceptions/index.ts";
import { Dict } from "../mappings/dict.ts";
import { float as make_float } from "../numbers/float-type.ts";
import { int as make_int } from "../numbers/int-type.ts";
import { index_error as raise_index_error } from "../sequences/places.ts";
import { getitem as item_of } from "../sequences/subscript.ts";
import { make_untraced as make } from "./make-untraced.ts";

/** Calls what runs no code of the program. */
function without_trace<R>(f: (...args: Dynamic[]) => R, ...args: readonly Dynamic[]): R {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return f(...args);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function int(text: string): number {
  return without_trace(make_int as (text: string) => number, text);
}

function float(text: string): number {
  return without_trace(make_float as (text: string) => number, text);
}

const NOTHING: unique symbol = Symbol("nothing");

function at<V>(dict: Dict<Dynamic, V>, key: unknown): V {
  if (dict.constructor !== Dict) return dict.at(key); // it may have `__missing__`
  const value = dict.get<typeof NOTHING>(key, NOTHING);
  if (value === NOTHING) throw make(KeyError, key);
  return value;
}

function getitem<T>(container: readonly T[], key: number): T;
function getitem(container: string, key: number): string;
function getitem(container: Dynamic, key: number): Dynamic {
  return without_trace(item_of, container, key);
}

function index_error(kind: "list" | "tuple" = "list"): never {
  return without_trace(raise_index_error, kind) as never;
}

const readers = { int, float, at, getitem, index_error } as const;

/** `throw untraced(ValueError, "…")`; `untraced.int(text)`, `untraced.at(d, k)` and the like, whose errors have no trace. */
export const untraced: typeof make & typeof readers = /* @__PURE__ */ Object.assign(make, readers);
