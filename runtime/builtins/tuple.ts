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
    if (this !== Tuple) return filled(this, items) as unknown as Readonly<T>;
    // The class stands here by name, so that subclasses don't make tuples slower.
    const tuple = new Tuple<unknown>(items.length) as unknown as unknown[];
    if (items.length > 0) tuple[0] = null; // see `filled`
    for (let index = 0; index < items.length; index++) tuple[index] = items[index];
    return tuple as unknown as Readonly<T>;
  }

  /** `tuple(items)` for what JavaScript can iterate. */
  static from_iterable<T>(items: Iterable<T>): readonly T[] {
    return filled<T>(this, Array.isArray(items) ? (items as T[]) : [...items]);
  }

  /** The engine's own iterator is slow on all but plain arrays. */
  override [Symbol.iterator](): ArrayIterator<T> {
    return new TupleIterator<T>(this) as unknown as ArrayIterator<T>;
  }

  /** `map`, `slice` and the like give plain arrays. An accessor would make tuples 30 times as dear to make. */
  static readonly [Symbol.species]: ArrayConstructor = Array;
}

/** `Tuple.of(first, second)` for loops that make many. */
export function pair<A, B>(first: A, second: B): readonly [A, B] {
  const tuple = new Tuple<unknown>(2) as unknown as unknown[];
  tuple[0] = null; // see `filled`
  tuple[0] = first;
  tuple[1] = second;
  return tuple as unknown as readonly [A, B];
}

class TupleIterator<T> implements IterableIterator<T> {
  static readonly __name__: string = "tuple_iterator";
  static readonly __module__: string = "builtins";

  private readonly items: readonly T[];
  private index = 0;

  constructor(items: readonly T[]) {
    this.items = items;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<T, undefined> {
    const { items, index } = this;
    if (index >= items.length) return { value: undefined, done: true };
    this.index = index + 1;
    return { value: items[index] as T, done: false };
  }
}

/** `null` first: an array that has begun with ints would be copied for the first double, and all tuples are alike so. */
function filled<T>(type: new (length: number) => Tuple<T>, items: readonly T[]): Tuple<T> {
  const tuple = new type(items.length) as unknown as unknown[];
  if (items.length > 0) tuple[0] = null;
  for (let index = 0; index < items.length; index++) tuple[index] = items[index];
  return tuple as unknown as Tuple<T>;
}
