// functools.lru_cache and cache.
import { forward } from "../../builtins/calls/forward.ts";
import { Dict, type Dynamic } from "../../builtins/index.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { type_name } from "../../builtins/type-name.ts";
import { namedtuple } from "../_collections/namedtuple.ts";
import { update_wrapper } from "./partial.ts";

/** A function that remembers its results. */
export interface CachedFunction {
  (...args: Dynamic[]): Dynamic;
  readonly __wrapped__: Dynamic;
  cache_info(): Dynamic;
  cache_clear(): void;
  cache_parameters(): Dict<string, Dynamic>;
}

const DEFAULT_SIZE = 128;

/** `@lru_cache`, `@lru_cache(maxsize=128, typed=False)`: remembers the latest results by their arguments. */
export function lru_cache(maxsize: Dynamic = DEFAULT_SIZE, typed: boolean = false): Dynamic {
  if (typeof maxsize === "function") return cached(maxsize, DEFAULT_SIZE, typed);
  return (func: Dynamic) => cached(func, maxsize, typed);
}

/** `@cache`: remembers all results. */
export function cache(user_function: Dynamic): CachedFunction {
  return cached(user_function, null, false);
}

function cached(func: Dynamic, maxsize: number | null, typed: boolean): CachedFunction {
  const results = new Dict<Dynamic, Dynamic>();
  let [hits, misses] = [0, 0];
  const called = (...args: Dynamic[]): Dynamic => {
    const key = cache_key(args, typed);
    if (results.has(key)) {
      hits++;
      const known = results.at(key);
      if (maxsize !== null) refresh(results, key, known);
      return known;
    }
    misses++;
    const result = forward(func, args);
    if (maxsize === 0) return result;
    if (maxsize !== null && results.size >= maxsize) drop_oldest(results);
    results.set(key, result);
    return result;
  };
  const info = namedtuple("CacheInfo", "hits misses maxsize currsize", { module: "functools" });
  return Object.assign(update_wrapper(called, func), {
    __wrapped__: func,
    cache_info: () => new info(hits, misses, maxsize, results.size),
    cache_clear: () => {
      results.clear();
      hits = misses = 0;
    },
    cache_parameters: () =>
      new Dict<string, Dynamic>([
        ["maxsize", maxsize],
        ["typed", typed],
      ]),
    __repr__: () => `<functools._lru_cache_wrapper object for ${repr(func)}>`,
  });
}

function cache_key(args: readonly Dynamic[], typed: boolean): Dynamic {
  const last: unknown = args.at(-1);
  const parts: Dynamic[] = is_keywords(last)
    ? [...args.slice(0, -1), Tuple.of("keywords"), ...Object.entries(last).flat()]
    : [...args];
  // A lone int or text is its own key, which equals no other number.
  const [only] = parts;
  const is_exact = Number.isInteger(only) || typeof only === "bigint" || typeof only === "string";
  if (!typed && parts.length === 1 && is_exact) return only;
  return Tuple.from_iterable(typed ? [...parts, ...parts.map(type_name)] : parts);
}

function refresh(results: Dict<Dynamic, Dynamic>, key: Dynamic, value: Dynamic): void {
  results.delete(key);
  results.set(key, value);
}

function drop_oldest(results: Dict<Dynamic, Dynamic>): void {
  const [oldest] = results;
  results.delete(oldest);
}
