// concurrent.futures.wait and as_completed.
import type { Blocking } from "../builtins/blocking.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { TimeoutError, ValueError } from "../builtins/exceptions/index.ts";
import { PySet } from "../builtins/index.ts";
import { repr } from "../builtins/representation.ts";
import { Tuple } from "../builtins/tuple.ts";
import { monotonic } from "../platform/program-clock.ts";
import { BlockingIterator } from "./blocking-iterator.ts";
import type { EndListener, Future } from "./future.ts";
import { deadline, give_way_if_lent, WaitingLine } from "./waiting.ts";

export const FIRST_COMPLETED = "FIRST_COMPLETED";
export const FIRST_EXCEPTION = "FIRST_EXCEPTION";
export const ALL_COMPLETED = "ALL_COMPLETED";

/** `(done, not_done)`, two sets; also by these names. */
export class DoneAndNotDoneFutures<T> extends Tuple<PySet<Future<T>>> {
  static override readonly __name__: string = "DoneAndNotDoneFutures";
  static override readonly __module__: string = "concurrent.futures._base";

  get done(): PySet<Future<T>> {
    return this[0] as PySet<Future<T>>;
  }

  get not_done(): PySet<Future<T>> {
    return this[1] as PySet<Future<T>>;
  }

  __repr__(): string {
    return `DoneAndNotDoneFutures(done=${repr(this.done)}, not_done=${repr(this.not_done)})`;
  }
}

/** Waits for the futures. ValueError for a condition that is none. */
export async function wait<T>(
  fs: Iterable<Future<T>>,
  timeout: number | null = null,
  return_when: string = ALL_COMPLETED,
): Blocking<DoneAndNotDoneFutures<T>> {
  const futures = new Set(fs);
  const done = new Set([...futures].filter((future) => future._is_settled));
  if (![FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED].includes(return_when)) {
    throw new ValueError(`Invalid return condition: ${repr(return_when)}`);
  }
  if (is_enough(done, futures, return_when)) {
    await give_way_if_lent();
    return parted(done, futures);
  }
  const line = new WaitingLine();
  const ended = (future: Future<T>): void => {
    done.add(future);
    if (is_enough(done, futures, return_when)) line.wake_all();
  };
  await listen(futures, { ended }, () => line.wait(timeout === null ? null : Number(timeout)));
  return parted(done, futures);
}

/** The futures in the order in which they end. TimeoutError after `timeout` seconds. */
export function as_completed<T>(
  fs: Iterable<Future<T>>,
  timeout: number | null = null,
): BlockingIterator<Future<T>> {
  return new Completed<T>(new Set(fs), timeout);
}

class Completed<T> extends BlockingIterator<Future<T>> implements EndListener {
  readonly #count: number;
  #pending: number;
  readonly #ended: Future<T>[];
  readonly #line = new WaitingLine();
  readonly #seconds_left: () => number | null;

  constructor(futures: ReadonlySet<Future<T>>, timeout: number | null) {
    super();
    this.#count = futures.size;
    this.#pending = futures.size;
    this.#ended = [...futures].filter((future) => future._is_settled);
    this.#seconds_left = deadline(timeout === null ? null : Number(timeout), monotonic);
    for (const future of futures) if (!future._is_settled) future._listeners.add(this);
  }

  ended(future: Future<Dynamic>): void {
    future._listeners.delete(this);
    this.#ended.push(future as Future<T>);
    this.#line.wake_all();
  }

  override async next_blocking(): Promise<IteratorResult<Future<T>, undefined>> {
    for (;;) {
      const found = this.next_at_once();
      if (found !== null) return found;
      const seconds = this.#seconds_left();
      if (seconds !== null && seconds < 0) {
        throw new TimeoutError(`${this.#pending} (of ${this.#count}) futures unfinished`);
      }
      await this.#line.wait(seconds);
    }
  }

  override next_at_once(): IteratorResult<Future<T>, undefined> | null {
    const future = this.#ended.shift();
    if (future !== undefined) {
      this.#pending--;
      return { done: false, value: future };
    }
    return this.#pending === 0 ? { done: true, value: undefined } : null;
  }
}

function is_enough<T>(
  done: ReadonlySet<Future<T>>,
  all: ReadonlySet<Future<T>>,
  return_when: string,
): boolean {
  if (done.size === all.size) return true;
  if (return_when === FIRST_COMPLETED) return done.size > 0;
  return return_when === FIRST_EXCEPTION && [...done].some(has_failed);
}

function has_failed(future: Future<Dynamic>): boolean {
  return !future.cancelled() && "exception" in future._outcome();
}

async function listen<T>(
  futures: Iterable<Future<T>>,
  listener: EndListener,
  body: () => Promise<unknown>,
): Promise<void> {
  for (const future of futures) future._listeners.add(listener);
  try {
    await body();
  } finally {
    for (const future of futures) future._listeners.delete(listener);
  }
}

function parted<T>(
  done: ReadonlySet<Future<T>>,
  all: ReadonlySet<Future<T>>,
): DoneAndNotDoneFutures<T> {
  const rest = [...all].filter((future) => !done.has(future));
  const sets = [new PySet(done), new PySet(rest)];
  return DoneAndNotDoneFutures.of(...sets) as unknown as DoneAndNotDoneFutures<T>;
}
