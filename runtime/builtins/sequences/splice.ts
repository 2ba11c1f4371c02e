// Array's own splice, whatever methods a class derived from `list` gives its instances.

/** Replaces `count` items from `start` on; those that were there. */
export function splice<T>(items: T[], start: number, count: number, ...added: readonly T[]): T[] {
  return Reflect.apply(Array.prototype.splice, items, [start, count, ...added]) as T[];
}
