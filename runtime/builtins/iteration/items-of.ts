// The items of an iterable as a new array.
import { iter } from "./iter.ts";

/** A copy that may be changed at will. TypeError when the value can't be iterated. */
export function items_of<T>(iterable: Iterable<T>): T[] {
  if (Array.isArray(iterable) && iterable.constructor === Array)
    return Array.prototype.slice.call(iterable) as T[];
  return [...iter(iterable)];
}
