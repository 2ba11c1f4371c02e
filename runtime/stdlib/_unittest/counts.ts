// How often items occur in two lists, where that differs.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { Dict, eq } from "../../builtins/index.ts";
import { truth } from "../../builtins/truth.ts";

export interface CountDifference {
  readonly first: number;
  readonly second: number;
  readonly item: Dynamic;
}

/** Items in the order of the lists; those that can't be hashed are compared with each other. */
export function differing_counts(
  first: readonly Dynamic[],
  second: readonly Dynamic[],
): readonly CountDifference[] {
  try {
    return by_hash(first, second);
  } catch (error) {
    if (as_exception(error) instanceof TypeError) return by_comparison(first, second);
    throw error;
  }
}

function by_hash(first: readonly Dynamic[], second: readonly Dynamic[]): CountDifference[] {
  const [one, other] = [counted(first), counted(second)];
  const found: CountDifference[] = [];
  for (const [item, count] of one.items()) {
    const there = other.get(item, 0);
    if (count !== there) found.push({ first: count, second: there, item });
  }
  for (const [item, count] of other.items())
    if (!one.has(item)) found.push({ first: 0, second: count, item });
  return found;
}

function counted(items: readonly Dynamic[]): Dict<Dynamic, number> {
  const counts = new Dict<Dynamic, number>();
  for (const item of items) counts.set(item, counts.get(item, 0) + 1);
  return counts;
}

function by_comparison(first: readonly Dynamic[], second: readonly Dynamic[]): CountDifference[] {
  const found: CountDifference[] = [];
  let [mine, theirs] = [[...first], [...second]];
  const take = (items: Dynamic[], item: Dynamic): readonly [number, Dynamic[]] => {
    const rest = items.filter((each) => each !== item && !truth(eq(each, item)));
    return [items.length - rest.length, rest];
  };
  for (let item = mine[0]; mine.length > 0; item = mine[0]) {
    const [count, rest] = take(mine, item);
    const [other_count, other_rest] = take(theirs, item);
    [mine, theirs] = [rest, other_rest];
    if (count !== other_count) found.push({ first: count, second: other_count, item });
  }
  for (let item = theirs[0]; theirs.length > 0; item = theirs[0]) {
    const [count, rest] = take(theirs, item);
    theirs = rest;
    found.push({ first: 0, second: count, item });
  }
  return found;
}
