// [make(x, y) for x, y in zip(xs, ys)]: without the tuples.
import { iter } from "./iter.ts";

export type Items<T extends readonly unknown[]> = {
  readonly [K in keyof T]: T[K] extends Iterable<infer I> ? I : never;
};

/** What `make` gives for the items of several iterables side by side; ends with the shortest. */
export function zip_with<R, T extends readonly Iterable<unknown>[]>(
  make: (...items: Items<T>) => R,
  ...iterables: T
): R[];
export function zip_with<R>(
  make: (...items: readonly unknown[]) => R,
  ...iterables: readonly unknown[]
): R[] {
  const [first, second] = iterables;
  if (iterables.length === 2 && is_list(first) && is_list(second))
    return pairs(make, first, second);
  const sources = iterables.map((each) => iter(each));
  const made: R[] = [];
  while (sources.length > 0) {
    const items: unknown[] = [];
    for (const source of sources) {
      const item = source.next();
      if (item.done) return made;
      items.push(item.value);
    }
    made.push(make(...items));
  }
  return made;
}

/** Looks at the lengths each time, for `make` may change them. */
function pairs<R>(
  make: (left: unknown, right: unknown) => R,
  left: readonly unknown[],
  right: readonly unknown[],
): R[] {
  const made: R[] = [];
  for (let i = 0; i < left.length && i < right.length; i++) made.push(make(left[i], right[i]));
  return made;
}

/** A list of the built-in kind, or a tuple: read by its places. */
export function is_list(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && !("__iter__" in value);
}
