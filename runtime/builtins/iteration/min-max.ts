// min() and max(): of an iterable or of the arguments, the first of equals.
import { as_function } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";
import { TypeError, ValueError } from "../exceptions/index.ts";
import { is_keywords } from "../keywords.ts";
import { gt, lt } from "../ordering.ts";
import { truth } from "../truth.ts";
import { iter } from "./iter.ts";

export interface ExtremeOptions<T, D = never> {
  /** What is compared in place of the item. */
  readonly key?: ((item: T) => unknown) | null;
  /** The result for an iterable without items. */
  readonly default?: D;
}

/** `min(iterable, key=…, default=…)` or `min(a, b, …, key=…)`. ValueError when there is no item. */
export function min<T, D = never>(iterable: Iterable<T>, options?: ExtremeOptions<T, D>): T | D;
export function min<T>(first: T, second: T, ...rest: readonly (T | ExtremeOptions<T>)[]): T;
export function min(...args: readonly Dynamic[]): Dynamic {
  if (args.length === 2 && typeof args[0] === "number" && typeof args[1] === "number")
    return args[1] < args[0] ? args[1] : args[0];
  return extreme("min", args, lt);
}

/** `max(iterable, key=…, default=…)` or `max(a, b, …, key=…)`. ValueError when there is no item. */
export function max<T, D = never>(iterable: Iterable<T>, options?: ExtremeOptions<T, D>): T | D;
export function max<T>(first: T, second: T, ...rest: readonly (T | ExtremeOptions<T>)[]): T;
export function max(...args: readonly Dynamic[]): Dynamic {
  if (args.length === 2 && typeof args[0] === "number" && typeof args[1] === "number")
    return args[1] > args[0] ? args[1] : args[0];
  return extreme("max", args, gt);
}

function extreme(
  name: "min" | "max",
  args: readonly Dynamic[],
  is_better: (a: unknown, b: unknown) => boolean,
): Dynamic {
  const last: unknown = args.at(-1);
  const options: ExtremeOptions<Dynamic, Dynamic> = is_keywords(last) ? last : {};
  const positional = is_keywords(last) ? args.slice(0, -1) : args;
  if (positional.length === 0) throw new TypeError(`${name} expected at least 1 argument, got 0`);
  if (positional.length > 1 && "default" in options)
    throw new TypeError(
      `Cannot specify a default for ${name}() with multiple positional arguments`,
    );
  const items = iter(positional.length === 1 ? positional[0] : positional);
  const first = items.next();
  if (first.done) {
    if ("default" in options) return options.default;
    throw new ValueError(`${name}() iterable argument is empty`);
  }
  return best(first.value, items, options.key ?? null, is_better);
}

function best(
  first: Dynamic,
  items: Iterator<Dynamic>,
  key: ((item: Dynamic) => unknown) | null,
  is_better: (a: unknown, b: unknown) => boolean,
): Dynamic {
  const key_of = key === null ? null : as_function(key, 1);
  let found: Dynamic = first;
  let found_key: unknown = key_of === null ? first : key_of(first);
  for (let item = items.next(); !item.done; item = items.next()) {
    const item_key: unknown = key_of === null ? item.value : key_of(item.value);
    if (truth(is_better(item_key, found_key))) {
      found = item.value;
      found_key = item_key;
    }
  }
  return found;
}
