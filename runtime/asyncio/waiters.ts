// The futures on which tasks wait for a lock, an event or a queue, in the order of arrival.
import { IndexError } from "../builtins/exceptions/index.ts";
import type { Future } from "./futures.ts";

/** A queue from whose middle waiters can leave: a Set keeps the order, and leaving is cheap. */
export class Waiters<T> {
  readonly #futures = new Set<Future<T>>();

  get size(): number {
    return this.#futures.size;
  }

  add(future: Future<T>): void {
    this.#futures.add(future);
  }

  /** As Python's deque has it, for those who look inside. */
  append(future: Future<T>): void {
    this.add(future);
  }

  __getitem__(index: number): Future<T> {
    const found = [...this.#futures].at(index);
    if (found === undefined) throw new IndexError("deque index out of range");
    return found;
  }

  __len__(): number {
    return this.size;
  }

  remove(future: Future<T>): void {
    this.#futures.delete(future);
  }

  are_all_cancelled(): boolean {
    for (const future of this.#futures) if (!future.cancelled()) return false;
    return true;
  }

  first(): Future<T> | null {
    for (const future of this.#futures) return future;
    return null;
  }

  /** The first that is still pending. */
  first_pending(): Future<T> | null {
    for (const future of this.#futures) if (!future.done()) return future;
    return null;
  }

  /** Takes the first one out. */
  shift(): Future<T> | null {
    const first = this.first();
    if (first !== null) this.#futures.delete(first);
    return first;
  }

  [Symbol.iterator](): IterableIterator<Future<T>> {
    return this.#futures.values();
  }
}
