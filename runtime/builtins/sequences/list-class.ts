// List: what classes that derive from `list` extend: an Array with Python's methods as its own.
import type { Dynamic } from "../dynamic.ts";
import type { int } from "../int.ts";
import { fail } from "../failure.ts";
import { contains } from "./contains.ts";
import { list_methods as list } from "./list-methods.ts";
import { list_delete, list_get, list_set } from "./list-slice.ts";
import type { SortOptions } from "./sort.ts";

/** What is left of the Array: the names that Python uses mean Python's methods. */
interface ListStorage<T> extends Iterable<T> {
  [index: number]: T;
  length: number;
}

const Storage = Array as unknown as new <T>() => ListStorage<T>;

/** `class Stack(list)` is `class Stack extends List`; plain lists are plain Arrays. */
export class List<T = Dynamic> extends Storage<T> {
  static readonly __name__: string = "list";
  static readonly __module__: string = "builtins";

  constructor(...args: readonly Dynamic[]) {
    super();
    this.__init__(...args);
  }

  /** `map`, `slice` and the like give plain arrays. */
  static readonly [Symbol.species]: ArrayConstructor = Array;

  __init__(...args: readonly Dynamic[]): void {
    if (args.length > 1) fail("TypeError", `list expected at most 1 argument, got ${args.length}`);
    list.clear(this.items());
    if (args.length > 0) list.extend(this.items(), args[0]);
  }

  append(item: T): void {
    list.append(this.items(), item);
  }

  clear(): void {
    list.clear(this.items());
  }

  copy(): T[] {
    return list.copy(this.items());
  }

  count(item: unknown): int {
    return list.count(this.items(), item);
  }

  extend(iterable: Iterable<T>): void {
    list.extend(this.items(), iterable);
  }

  index(item: unknown, start: int | undefined = undefined, stop: int | undefined = undefined): int {
    return list.index(this.items(), item, start, stop);
  }

  insert(index: int, item: T): void {
    list.insert(this.items(), index, item);
  }

  pop(index: int | undefined = undefined): T {
    return list.pop(this.items(), index);
  }

  remove(item: unknown): void {
    list.remove(this.items(), item);
  }

  reverse(): void {
    list.reverse(this.items());
  }

  sort(options: SortOptions<T> | undefined = undefined): void {
    list.sort(this.items(), options);
  }

  __len__(): int {
    return this.length;
  }

  __getitem__(key: Dynamic): Dynamic {
    return list_get(this.items(), key);
  }

  __setitem__(key: Dynamic, value: Dynamic): void {
    list_set(this.items(), key, value);
  }

  __delitem__(key: Dynamic): void {
    list_delete(this.items(), key);
  }

  __contains__(item: unknown): boolean {
    return contains(Array.from(this), item);
  }

  /** The Array that this is. */
  private items(): T[] {
    return this as unknown as T[];
  }
}
