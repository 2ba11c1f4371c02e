// The futures on which tasks wait for a lock, an event or a queue, in the order of arrival.
import { IndexError } from "../builtins/exceptions/index.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import type { AbstractEventLoop } from "./events.ts";
import { Future, type Left } from "./futures.ts";

/** A lock, an event, a queue. */
export interface LineKeeper {
  /** The task goes on, with an exception or with `null`: what follows the `await` in CPython. */
  _leave_line(place: Future<Dynamic>, error: unknown, line: Waiters<Dynamic>): void;
}

/** A queue from whose middle waiters can leave: a Set keeps the order, and leaving is cheap. */
export class Waiters<T> implements Left {
  readonly keeper: LineKeeper;
  readonly #futures = new Set<Future<T>>();

  constructor(keeper: LineKeeper) {
    this.keeper = keeper;
  }

  /** A place at the end. */
  wait_in(loop: AbstractEventLoop): Future<T> {
    const place = new Future<T>({ loop });
    place._left = this;
    this.#futures.add(place);
    return place;
  }

  _leave(place: Future<T>, error: unknown): void {
    this.keeper._leave_line(place, error, this);
  }

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
    if (this.#futures.size === 0) return true;
    for (const future of this.#futures) if (!future.cancelled()) return false;
    return true;
  }

  first(): Future<T> | null {
    if (this.#futures.size === 0) return null;
    for (const future of this.#futures) return future;
    return null;
  }

  /** The first that is still pending. */
  first_pending(): Future<T> | null {
    if (this.#futures.size === 0) return null;
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
