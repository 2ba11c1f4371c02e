// keywords(): the keyword arguments of a call, `**mappings` among them, as the object in which they travel.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { is_keywords } from "../keywords.ts";
import { iter } from "../iteration/iter.ts";
import { Dict } from "../mappings/dict.ts";
import { each_pair } from "../mappings/source.ts";
import { class_full_name, class_name, function_kind, type_name } from "../type-name.ts";

/**
 * `keywords(f, { timeout: 5 }, options)` for `f(timeout=5, **options)`: parts in order, mappings unpacked. TypeError
 * when two of them say the same, or a key is no string.
 */
export function keywords(callee: Dynamic, ...parts: readonly Dynamic[]): Record<string, Dynamic> {
  const all: Record<string, Dynamic> = {};
  for (const part of parts) {
    if (is_keywords(part)) for (const [name, value] of Object.entries(part)) add(name, value);
    else if (part instanceof Dict) for (const [name, value] of part.items()) add(name, value);
    else each_pair(mapping(part, callee), add);
  }
  return all;

  function add(name: unknown, value: Dynamic): void {
    if (typeof name !== "string") throw new TypeError("keywords must be strings");
    if (Object.hasOwn(all, name))
      throw new TypeError(`${shown(callee)} got multiple values for keyword argument '${name}'`);
    all[name] = value;
  }
}

/** `[k, v]` of each entry, for `{**mapping}`. TypeError for what is no mapping. */
export function mapping_entries(value: Dynamic): Iterable<readonly [Dynamic, Dynamic]> {
  if (value instanceof Dict) return value.items();
  if (!is_mapping(value)) throw new TypeError(`'${type_name(value)}' object is not a mapping`);
  const entries: [Dynamic, Dynamic][] = [];
  each_pair(value, (key: Dynamic, item: Dynamic) => void entries.push([key, item]));
  return entries;
}

/**
 * The items of `*value`, in a display or among the arguments of `callee`. TypeError that names the callee where
 * they are all its positional arguments; a built-in function is given by its name.
 */
export function starred(value: unknown, callee?: Dynamic): IterableIterator<Dynamic> {
  try {
    return iter(value as Iterable<Dynamic>);
  } catch (error) {
    const text = `'${type_name(value)}' object is not iterable`;
    if (!(error instanceof TypeError) || error.args[0] !== text) throw error;
    const place = callee === undefined ? "Value" : `${shown(callee)} argument`;
    throw new TypeError(`${place} after * must be an iterable, not ${type_name(value)}`);
  }
}

function is_mapping(value: Dynamic): boolean {
  if (typeof value !== "object" || value === null || typeof value.keys !== "function") return false;
  return !Array.isArray(value) && !(value instanceof Uint8Array) && !(value instanceof Set);
}

function mapping(value: Dynamic, callee: Dynamic): Dynamic {
  if (is_mapping(value)) return value;
  throw new TypeError(
    `${shown(callee)} argument after ** must be a mapping, not ${type_name(value)}`,
  );
}

/** The callee as CPython shows it here: with its module. */
function shown(callee: Dynamic): string {
  if (typeof callee === "string") return `${callee}()`;
  if (typeof callee === "function" && function_kind(callee).startsWith("builtin"))
    return `${class_name(callee)}()`;
  return typeof callee === "function" ? `${class_full_name(callee)}()` : type_name(callee);
}
