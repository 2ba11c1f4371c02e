// zip(): items of several iterables side by side.
import { ValueError } from "../exceptions/index.ts";
import { is_keywords } from "../keywords.ts";
import { pair, Tuple } from "../tuple.ts";
import { iter } from "./iter.ts";

export interface ZipOptions {
  /** ValueError unless all end together. */
  readonly strict?: boolean;
}

type Items<T extends readonly unknown[]> = {
  readonly [K in keyof T]: T[K] extends Iterable<infer I> ? I : never;
};

/** `zip(*iterables, strict=False)`: ends with the shortest. */
export function zip<T extends readonly Iterable<unknown>[]>(
  ...iterables: T
): IterableIterator<Items<T>>;
export function zip<T extends readonly Iterable<unknown>[]>(
  ...iterables: readonly [...T, ZipOptions]
): IterableIterator<Items<T>>;
export function zip(...args: readonly unknown[]): IterableIterator<readonly unknown[]> {
  const last = args.at(-1);
  if (!is_keywords(last)) return zipped(args.map((source) => iter(source)));
  const sources = args.slice(0, -1).map((source) => iter(source));
  return new ZipIterator(sources, last["strict"] === true);
}

function zipped(sources: readonly Iterator<unknown>[]): IterableIterator<readonly unknown[]> {
  const [first, second] = sources;
  return first !== undefined && second !== undefined && sources.length === 2
    ? new PairIterator(first, second)
    : new ZipIterator(sources, false);
}

/** The usual case, two iterables: without an array of sources to walk. */
class PairIterator implements IterableIterator<readonly [unknown, unknown]> {
  static readonly __name__: string = "zip";
  static readonly __module__: string = "builtins";

  private readonly first: Iterator<unknown>;
  private readonly second: Iterator<unknown>;

  constructor(first: Iterator<unknown>, second: Iterator<unknown>) {
    this.first = first;
    this.second = second;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<readonly [unknown, unknown], undefined> {
    const left = this.first.next();
    if (left.done) return { value: undefined, done: true };
    const right = this.second.next();
    if (right.done) return { value: undefined, done: true };
    return { value: pair(left.value, right.value), done: false };
  }
}

class ZipIterator implements IterableIterator<readonly unknown[]> {
  static readonly __name__: string = "zip";
  static readonly __module__: string = "builtins";

  private readonly sources: readonly Iterator<unknown>[];
  private readonly is_strict: boolean;

  constructor(sources: readonly Iterator<unknown>[], is_strict: boolean) {
    this.sources = sources;
    this.is_strict = is_strict;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<readonly unknown[], undefined> {
    if (this.sources.length === 0) return { value: undefined, done: true };
    const items: unknown[] = [];
    for (const source of this.sources) {
      const item = source.next();
      if (item.done) {
        if (this.is_strict) this.check_ends(items.length);
        return { value: undefined, done: true };
      }
      items.push(item.value);
    }
    return { value: Tuple.from_iterable(items), done: false };
  }

  /** Called when the source of that index has ended: those before it have given an item, those behind must have ended. */
  private check_ends(ended: number): void {
    if (ended > 0) throw uneven(ended, "shorter");
    for (let index = 1; index < this.sources.length; index++) {
      if (this.sources[index]?.next().done !== true) throw uneven(index, "longer");
    }
  }
}

function uneven(index: number, relation: "shorter" | "longer"): ValueError {
  const others = index === 1 ? "argument 1" : `arguments 1-${index}`;
  return new ValueError(`zip() argument ${index + 1} is ${relation} than ${others}`);
}
