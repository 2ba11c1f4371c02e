// Iterators whose next item may have to be waited for by blocking the thread: executor.map, as_completed.
import type { Blocking } from "../builtins/blocking.ts";
import { RuntimeError } from "../builtins/exceptions/index.ts";

/**
 * Iterated by `for await`: each step blocks in Python. A plain `for` works as long as the items are there already.
 */
export abstract class BlockingIterator<T> {
  static readonly __name__: string = "generator";
  static readonly __module__: string = "builtins";

  /** The next item: waits for it where it must. */
  abstract next_blocking(): Blocking<IteratorResult<T, undefined>>;
  /** The next item if it is there; `null` when it would have to be waited for. */
  abstract next_at_once(): IteratorResult<T, undefined> | null;

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return { next: () => this.next_blocking() };
  }

  [Symbol.iterator](): Iterator<T> {
    const next = (): IteratorResult<T, undefined> => {
      const found = this.next_at_once();
      if (found !== null) return found;
      throw new RuntimeError("the next result is not there yet: iterate with `for await`");
    };
    return { next };
  }

  /** All items that are left. */
  async to_list(): Blocking<T[]> {
    const items: T[] = [];
    for await (const item of this) items.push(item);
    return items;
  }
}
