// Errors without a trace, for those that are certainly caught where nobody looks at it: the trace is most of their cost.
import type { Dynamic } from "../dynamic.ts";
import { bare_exception } from "../exceptions/base.ts";
import { IndexError, KeyError, ValueError } from "../exceptions/index.ts";
import { Dict } from "../mappings/dict.ts";
import { float as make_float } from "../numbers/float-type.ts";
import { int as make_int } from "../numbers/int-type.ts";
import { invalid_int_text, is_never_decimal, is_short_decimal } from "../numbers/parse-int.ts";
import { type Indexed, out_of_range } from "../sequences/places.ts";
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
  if (typeof text === "string") {
    if (is_short_decimal(text)) return Number(text) + 0;
    if (is_never_decimal(text)) throw bare_exception(ValueError, invalid_int_text(text));
  }
  return without_trace(make_int as (text: string) => number, text);
}

function float(text: string): number {
  return without_trace(make_float as (text: string) => number, text);
}

const NOTHING: unique symbol = Symbol("nothing");

function at<V>(dict: { at(key: Dynamic): V }, key: unknown): V {
  if (!is_dict<V>(dict)) return dict.at(key); // it may have `__missing__`
  const value = dict.get<typeof NOTHING>(key, NOTHING);
  if (value === NOTHING) throw bare_exception(KeyError, key);
  return value;
}

function is_dict<V>(container: object): container is Dict<Dynamic, V> {
  return container.constructor === Dict;
}

function getitem<T>(container: readonly T[], key: number): T;
function getitem(container: string, key: number): string;
function getitem(container: Dynamic, key: number): Dynamic {
  if (Array.isArray(container) && container.constructor === Array && Number.isInteger(key)) {
    const index = key < 0 ? key + container.length : key;
    if (index < 0 || index >= container.length) index_error();
    return container[index];
  }
  return without_trace(item_of, container, key);
}

function index_error(kind: Indexed = "list"): never {
  throw bare_exception(IndexError, out_of_range(kind));
}

const readers = { int, float, at, getitem, index_error } as const;

/** `throw untraced(ValueError, "…")`; `untraced.int(text)`, `untraced.at(d, k)` and the like, whose errors have no trace. */
export const untraced: typeof make & typeof readers = /* @__PURE__ */ Object.assign(make, readers);
