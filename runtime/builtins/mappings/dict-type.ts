// dict: the callable.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/hierarchy.ts";
import { is_keywords } from "../keywords.ts";
import { Dict } from "./dict.ts";
import type { MappingSource } from "./source.ts";

/** `dict()`, `dict(mapping or pairs)`, each with keywords: `dict({ a: 1 })`. */
function make<V>(keywords: Readonly<Record<string, V>> & Keywords): Dict<string, V>;
function make<K, V>(
  source?: MappingSource<K, V>,
  keywords?: Readonly<Record<string, V>>,
): Dict<K, V>;
function make(source: Dynamic = undefined, keywords: Dynamic = undefined): Dict {
  // `class Bag(dict)`: the instance is of the class that is being made.
  if (new.target !== undefined) {
    if (keywords !== undefined && !is_keywords(keywords))
      throw new TypeError(`dict expected at most 1 argument, got ${arguments.length}`);
    const given =
      keywords === undefined ? (source === undefined ? [] : [source]) : [source, keywords];
    const args = is_keywords(source) ? [null, source] : given;
    return Reflect.construct(Dict, args, new.target) as Dict;
  }
  if (source === null) throw new TypeError("'NoneType' object is not iterable");
  const result = new Dict();
  if (is_keywords(source)) result.update(source);
  else result.update(source, keywords);
  return result;
}

/** Keeps maps and iterables from passing for keywords. */
interface Keywords {
  readonly [Symbol.iterator]?: never;
}

/** `dict(x)`, and `dict.fromkeys(keys, value)`. */
export const dict: typeof make & {
  new <K = Dynamic, V = Dynamic>(
    source?: MappingSource<K, V> | Readonly<Record<string, V>> | null,
    keywords?: Readonly<Record<string, V>>,
  ): Dict<K, V>;
  readonly fromkeys: typeof Dict.fromkeys;
  readonly __name__: string;
} = /* @__PURE__ */ Object.assign(make, {
  fromkeys<K, V = null>(this: unknown, keys: Iterable<K>, value: V = null as V): Dict<K, V> {
    const type: Dynamic = typeof this === "function" && this !== make ? this : Dict;
    return Reflect.apply(Dict.fromkeys, type, [keys, value]) as Dict<K, V>;
  },
  prototype: Dict.prototype,
  __name__: "dict",
  __module__: "builtins",
  __is_type__: true,
} as const) as never;
