// Python's queue: queues between threads.
import type { Blocking } from "../builtins/blocking.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { Exception, ValueError } from "../builtins/exceptions/index.ts";
import { deadline, give_way_if_lent, WaitingLine } from "../concurrency/waiting.ts";
import { monotonic } from "../platform/program-clock.ts";
import { heappop, heappush } from "../asyncio/heap.ts";
import { lt } from "../builtins/ordering.ts";

/** `get` found nothing in time. */
export class Empty extends Exception {
  static override readonly __name__: string = "Empty";
  static override readonly __module__: string = "_queue";
}

/** `put` found no room in time. */
export class Full extends Exception {
  static override readonly __name__: string = "Full";
  static override readonly __module__: string = "queue";
}

/** First in, first out. */
export class Queue<T = Dynamic> {
  static readonly __name__: string = "Queue";
  static readonly __module__: string = "queue";

  readonly maxsize: number;
  protected items: T[] = [];
  #unfinished = 0;
  readonly #getters = new WaitingLine();
  readonly #putters = new WaitingLine();
  readonly #joiners = new WaitingLine();

  constructor(maxsize: number = 0) {
    this.maxsize = Number(maxsize);
  }

  qsize(): number {
    return this.items.length;
  }

  empty(): boolean {
    return this.items.length === 0;
  }

  full(): boolean {
    return this.maxsize > 0 && this.items.length >= this.maxsize;
  }

  /** Adds an item; waits for room. Full when there is none in time. */
  async put(item: T, block: boolean = true, timeout: number | null = null): Blocking<null> {
    if (this.full()) await this.#wait(this.#putters, () => this.full(), block, timeout, Full);
    else await give_way_if_lent();
    this.#put(item);
    return null;
  }

  /** Removes and returns an item; waits for one. Empty when there is none in time. */
  async get(block: boolean = true, timeout: number | null = null): Blocking<T> {
    if (this.empty()) await this.#wait(this.#getters, () => this.empty(), block, timeout, Empty);
    else await give_way_if_lent();
    return this.#get();
  }

  put_nowait(item: T): void {
    if (this.full()) throw new Full();
    this.#put(item);
  }

  get_nowait(): T {
    if (this.empty()) throw new Empty();
    return this.#get();
  }

  /** Says that an item that was got is dealt with. ValueError when called too often. */
  task_done(): void {
    if (this.#unfinished === 0) throw new ValueError("task_done() called too many times");
    if (--this.#unfinished === 0) this.#joiners.wake_all();
  }

  /** Waits until all items that were put are dealt with. */
  async join(): Blocking<null> {
    if (this.#unfinished === 0) await give_way_if_lent();
    while (this.#unfinished > 0) await this.#joiners.wait();
    return null;
  }

  protected add(item: T): void {
    this.items.push(item);
  }

  protected take(): T {
    return this.items.shift() as T;
  }

  #put(item: T): void {
    this.add(item);
    this.#unfinished++;
    this.#getters.wake();
  }

  #get(): T {
    const item = this.take();
    this.#putters.wake();
    return item;
  }

  async #wait(
    line: WaitingLine,
    is_waiting: () => boolean,
    block: boolean,
    timeout: number | null,
    failure: typeof Empty,
  ): Promise<void> {
    if (!block) throw new failure();
    if (timeout !== null && timeout < 0) {
      throw new ValueError("'timeout' must be a non-negative number");
    }
    const seconds_left = deadline(timeout === null ? null : Number(timeout), monotonic);
    while (is_waiting()) {
      const seconds = seconds_left();
      if (seconds !== null && seconds <= 0) throw new failure();
      await line.wait(seconds);
    }
  }
}

/** Last in, first out. */
export class LifoQueue<T = Dynamic> extends Queue<T> {
  static override readonly __name__: string = "LifoQueue";

  protected override take(): T {
    return this.items.pop() as T;
  }
}

/** The smallest first. */
export class PriorityQueue<T = Dynamic> extends Queue<T> {
  static override readonly __name__: string = "PriorityQueue";

  protected override add(item: T): void {
    heappush(this.items, item, (a, b) => lt(a as Dynamic, b as Dynamic));
  }

  protected override take(): T {
    return heappop(this.items, (a, b) => lt(a as Dynamic, b as Dynamic)) as T;
  }
}

/** A queue without a limit and without `join`. */
export class SimpleQueue<T = Dynamic> extends Queue<T> {
  static override readonly __name__: string = "SimpleQueue";

  constructor() {
    super(0);
  }
}
