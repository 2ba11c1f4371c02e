// concurrent.futures.Executor: what thread and process pools have in common.
import type { Blocking } from "../builtins/blocking.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { NotImplementedError, RuntimeError } from "../builtins/exceptions/index.ts";
import { monotonic } from "../platform/program-clock.ts";
import { BlockingIterator } from "./blocking-iterator.ts";
import type { Future } from "./future.ts";
import { deadline } from "./waiting.ts";

export interface ShutdownOptions {
  readonly cancel_futures?: boolean;
}

export class Executor {
  static readonly __name__: string = "Executor";
  static readonly __module__: string = "concurrent.futures._base";

  /** Has `fn(*args)` called in a worker. Keyword arguments travel in a trailing plain object. */
  submit<A extends readonly unknown[], R>(
    _fn: (...args: A) => R | PromiseLike<R>,
    ..._args: A
  ): Future<R> {
    throw new NotImplementedError();
  }

  /** `map(fn, *iterables)` by the workers: everything is submitted now, results come in order. */
  map<R>(
    fn: (...args: Dynamic[]) => R | PromiseLike<R>,
    ...iterables: readonly Dynamic[]
  ): BlockingIterator<R> {
    const last: Dynamic = iterables.at(-1);
    const has_options = last != null && Object.getPrototypeOf(last) === Object.prototype;
    const sources = has_options ? iterables.slice(0, -1) : iterables;
    const timeout: number | null = has_options ? (last.timeout ?? null) : null;
    const futures = rows(sources).map((row) => this.submit<Dynamic[], R>(fn, ...row));
    return new Results<R>(futures, timeout);
  }

  /** Takes no more jobs; waits for those that were taken unless `wait` is false. */
  async shutdown(_wait: boolean = true, _options: ShutdownOptions = {}): Blocking<void> {}

  __enter__(): this {
    return this;
  }

  async __exit__(_type?: Dynamic, _error?: Dynamic, _traceback?: Dynamic): Blocking<boolean> {
    await this.shutdown(true);
    return false;
  }
}

/** A pool is broken and takes no jobs. */
export class BrokenExecutor extends RuntimeError {
  static override readonly __name__: string = "BrokenExecutor";
  static override readonly __module__: string = "concurrent.futures._base";
}

/** The results of some futures, in order. What is not asked for any more is cancelled. */
class Results<R> extends BlockingIterator<R> {
  readonly #futures: Future<R>[];
  readonly #seconds_left: () => number | null;
  #at = 0;

  constructor(futures: Future<R>[], timeout: number | null) {
    super();
    this.#futures = futures;
    this.#seconds_left = deadline(timeout === null ? null : Number(timeout), monotonic);
  }

  override async next_blocking(): Promise<IteratorResult<R, undefined>> {
    const future = this.#futures[this.#at++];
    if (future === undefined) return { done: true, value: undefined };
    try {
      return { done: false, value: await future.result(this.#seconds_left()) };
    } catch (error) {
      future.cancel();
      this.#cancel_rest();
      throw error;
    }
  }

  override next_at_once(): IteratorResult<R, undefined> | null {
    const future = this.#futures[this.#at];
    if (future === undefined) return { done: true, value: undefined };
    if (!future.done()) return null;
    this.#at++;
    const outcome = future._outcome();
    if ("result" in outcome) return { done: false, value: outcome.result };
    this.#cancel_rest();
    throw outcome.exception;
  }

  #cancel_rest(): void {
    for (; this.#at < this.#futures.length; this.#at++) this.#futures[this.#at]?.cancel();
  }
}

/** `zip(*sources)`. */
function rows(sources: readonly Iterable<unknown>[]): unknown[][] {
  const iterators = sources.map((source) => source[Symbol.iterator]());
  const found: unknown[][] = [];
  if (iterators.length === 0) return found;
  for (;;) {
    const row: unknown[] = [];
    for (const iterator of iterators) {
      const next = iterator.next();
      if (next.done === true) return found;
      row.push(next.value);
    }
    found.push(row);
  }
}
