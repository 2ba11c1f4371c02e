// What a dict is made of or updated from: a mapping with keys(), or an iterable of pairs.
import type { Dynamic } from "../dynamic.ts";
import { TypeError, ValueError } from "../exceptions/index.ts";
import { iter } from "../iteration/iter.ts";
import { getitem } from "../sequences/subscript.ts";
import { type_name } from "../type-name.ts";

/** Another mapping, or pairs of key and value. */
export type MappingSource<K, V> =
  Iterable<readonly [K, V]> | { keys(): Iterable<K>; __getitem__(key: never): V };

/** Hands each pair of either to `visit`. TypeError or ValueError for items that are no pairs. */
export function each_pair<K, V>(
  source: MappingSource<K, V>,
  visit: (key: K, value: V) => void,
): void {
  const mapping: Dynamic = source;
  // Arrays and bytes have JavaScript's own `keys`.
  const is_array = Array.isArray(mapping) || mapping instanceof Uint8Array;
  if (typeof mapping === "object" && mapping !== null && !is_array) {
    if (typeof mapping.keys === "function") {
      for (const key of iter<K>(mapping.keys())) visit(key, getitem(mapping, key) as V);
      return;
    }
  }
  const items = iter<Dynamic>(mapping);
  let index = 0;
  for (let item = items.next(); !item.done; item = items.next()) {
    const parts = pair<K, V>(item.value, index++);
    visit(parts[0], parts[1]);
  }
}

function pair<K, V>(item: Dynamic, index: number): readonly [K, V] {
  const items: readonly Dynamic[] = Array.isArray(item) ? item : parts(item, index);
  if (items.length !== 2)
    throw new ValueError(
      `dictionary update sequence element #${index} has length ${items.length}; 2 is required`,
    );
  return items as readonly Dynamic[] as readonly [K, V];
}

function parts(item: unknown, index: number): readonly Dynamic[] {
  try {
    return [...iter(item)];
  } catch (error) {
    if (error instanceof TypeError && String(error.args[0]).startsWith(`'${type_name(item)}'`))
      throw new TypeError(
        `cannot convert dictionary update sequence element #${index} to a sequence`,
      );
    throw error;
  }
}
