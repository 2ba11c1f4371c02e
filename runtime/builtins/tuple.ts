// Python's tuple: an Array subclass, so that reading, destructuring and iterating are native.

/** What `Array` is to a tuple: the storage, without the ways to change it. */
const Storage = Array as unknown as new <T>(length: number) => readonly T[];

/**
 * `isinstance(x, tuple)` is `x instanceof Tuple`. Made by `Tuple.of(a, b)` and `Tuple.from_iterable(xs)`. Its type and
 * `setitem` guard it against change; freezing it would cost ten times what making it costs.
 */
export class Tuple<T = unknown> extends Storage<T> {
  static readonly __name__: string = "tuple";
  static readonly __module__: string = "builtins";

  /** `(a, b)`; a subclass makes instances of itself. */
  static of<T extends readonly unknown[]>(...items: T): Readonly<T> {
    return filled(this, items) as unknown as Readonly<T>;
  }

  /** `tuple(items)` for what JavaScript can iterate. */
  static from_iterable<T>(items: Iterable<T>): readonly T[] {
    return filled<T>(this, Array.isArray(items) ? (items as T[]) : [...items]);
  }

  /** `map`, `slice` and the like give plain arrays. */
  static get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** `Tuple.of(first, second)` for loops that make many. */
export function pair<A, B>(first: A, second: B): readonly [A, B] {
  const tuple = new Tuple<unknown>(2) as unknown as unknown[];
  tuple[0] = first;
  tuple[1] = second;
  return tuple as unknown as readonly [A, B];
}

function filled<T>(type: new (length: number) => Tuple<T>, items: readonly T[]): Tuple<T> {
  const tuple = new type(items.length) as unknown as T[];
  for (let index = 0; index < items.length; index++) tuple[index] = items[index] as T;
  return tuple as unknown as Tuple<T>;
}
