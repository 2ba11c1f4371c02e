// The set operations that sets and frozensets share, in the order in which CPython adds to their results.
import type { Dynamic } from "../dynamic.ts";
import { iter } from "../iteration/iter.ts";
import { SetStorage } from "./storage.ts";

/** Every set and frozenset: keeps its elements in a storage. */
export const STORAGE: unique symbol = Symbol("storage");

export interface StoredSet<T> extends Iterable<T> {
  readonly [STORAGE]: SetStorage<T>;
}

/** The storage of a set or frozenset; `null` for any other value. */
export function storage_of(value: unknown): SetStorage<Dynamic> | null {
  return typeof value === "object" && value !== null && STORAGE in value
    ? (value as StoredSet<Dynamic>)[STORAGE]
    : null;
}

/** Adds the elements of anything that can be iterated. */
export function update(target: SetStorage<Dynamic>, other: unknown): void {
  const theirs = storage_of(other);
  if (theirs !== null) {
    target.merge(theirs);
    return;
  }
  if (is_dict(other)) target.reserve(other.size);
  const items = iter(other);
  for (let item = items.next(); !item.done; item = items.next()) target.add(item.value);
}

export function copy_of(source: SetStorage<Dynamic>): SetStorage<Dynamic> {
  const result = new SetStorage<Dynamic>();
  result.merge(source);
  return result;
}

/** What lies in both; two sets are walked by the smaller one, whose elements stay. */
export function intersection(ours: SetStorage<Dynamic>, other: unknown): SetStorage<Dynamic> {
  const theirs = storage_of(other);
  if (theirs === ours) return copy_of(ours);
  const result = new SetStorage<Dynamic>();
  if (theirs !== null) {
    const [small, large] = theirs.size > ours.size ? [ours, theirs] : [theirs, ours];
    return result.add_where(small, large, true);
  }
  for (const element of iter(other)) if (ours.has(element)) result.add(element);
  return result;
}

/** What lies in ours alone. */
export function difference(ours: SetStorage<Dynamic>, other: unknown): SetStorage<Dynamic> {
  const theirs = storage_of(other) ?? (is_dict(other) ? other : null);
  if (theirs === null || Math.floor(ours.size / 4) > theirs.size) {
    const result = copy_of(ours);
    difference_update(result, other);
    return result;
  }
  return new SetStorage<Dynamic>().add_where(ours, theirs, false);
}

export function difference_update(ours: SetStorage<Dynamic>, other: unknown): void {
  const theirs = storage_of(other);
  if (theirs === ours) {
    ours.clear();
    return;
  }
  if (theirs === null) for (const element of iter(other)) ours.delete(element);
  else {
    // A much larger set is cut down to what matters first.
    const walked = Math.floor(theirs.size / 8) > ours.size ? intersection(ours, other) : theirs;
    ours.delete_all(walked);
  }
  ours.sweep();
}

export function symmetric_difference_update(ours: SetStorage<Dynamic>, other: unknown): void {
  const theirs = storage_of(other);
  if (theirs === ours) {
    ours.clear();
    return;
  }
  const walked = theirs ?? (is_dict(other) ? other : made_from(other));
  if (walked instanceof SetStorage) return ours.toggle_all(walked);
  for (const element of iter(walked)) if (!ours.delete(element)) ours.add(element);
}

export function symmetric_difference(
  ours: SetStorage<Dynamic>,
  other: unknown,
): SetStorage<Dynamic> {
  const result = made_from(other);
  result.toggle_all(ours);
  return result;
}

export function made_from(other: unknown): SetStorage<Dynamic> {
  const result = new SetStorage<Dynamic>();
  update(result, other);
  return result;
}

export function is_disjoint(ours: SetStorage<Dynamic>, other: unknown): boolean {
  for (const element of iter(other)) if (ours.has(element)) return false;
  return true;
}

export function is_subset(part: SetStorage<Dynamic>, whole: SetStorage<Dynamic>): boolean {
  if (part.size > whole.size) return false;
  for (const element of part.in_order()) if (!whole.has(element)) return false;
  return true;
}

interface DictLike extends Iterable<Dynamic> {
  readonly size: number;
  has(key: unknown): boolean;
}

/** Dicts are taken by their size and their keys, without importing them. */
function is_dict(value: unknown): value is DictLike {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "popitem") === "function" &&
    typeof Reflect.get(value, "size") === "number"
  );
}
