// Queue, LifoQueue and PriorityQueue: items passed between tasks.
import type { Dynamic } from "../builtins/dynamic.ts";
import { Exception, ValueError } from "../builtins/exceptions/index.ts";
import { as_value } from "../builtins/handover.ts";
import { address } from "../builtins/identity.ts";
import { lt } from "../builtins/ordering.ts";
import { repr } from "../builtins/representation.ts";
import { GenericAlias } from "../builtins/sequences/generic-alias.ts";
import { class_name } from "../builtins/type-name.ts";
import { heappop, heappush } from "./heap.ts";
import { ItemRing } from "./item-ring.ts";
import { Event } from "./locks.ts";
import { check_loop_argument } from "./loop-arguments.ts";
import { LoopBound } from "./mixins.ts";
import type { Future } from "./futures.ts";
import { type LineKeeper, Waiters } from "./waiters.ts";

/** `get_nowait` found nothing. */
export class QueueEmpty extends Exception {
  static override readonly __name__: string = "QueueEmpty";
  static override readonly __module__: string = "asyncio.queues";
}

/** `put_nowait` found no free slot. */
export class QueueFull extends Exception {
  static override readonly __name__: string = "QueueFull";
  static override readonly __module__: string = "asyncio.queues";
}

/** The queue was shut down. */
export class QueueShutDown extends Exception {
  static override readonly __name__: string = "QueueShutDown";
  static override readonly __module__: string = "asyncio.queues";
}

/**
 * First in, first out. `put` waits while there are `maxsize` items, if that is more than 0. Nothing is handed over
 * directly: a task that was woken looks again, and may find that another one was quicker.
 */
export class Queue<T = Dynamic> extends LoopBound implements LineKeeper {
  static readonly __name__: string = "Queue";
  static readonly __module__: string = "asyncio.queues";
  readonly #maxsize: number;
  readonly _getters = new Waiters<null>(this);
  readonly _putters = new Waiters<null>(this);
  readonly _finished = new Event();
  _unfinished_tasks = 0;
  _is_shutdown = false;
  /** Made by `_init`; subclasses may keep their items elsewhere and override `_get`, `_put`, `qsize`. */
  declare _queue: Dynamic;

  static __class_getitem__(this: unknown, item: Dynamic): GenericAlias {
    return new GenericAlias(this, item);
  }

  constructor(maxsize = 0, options: { readonly loop?: unknown } = {}) {
    super();
    check_loop_argument(options, "Queue.__init__");
    this.#maxsize = maxsize;
    this._finished.set();
    this._init(maxsize);
  }

  _init(_maxsize: number): void {
    this._queue = new ItemRing<T>();
  }

  _get(): T {
    return this._queue.shift();
  }

  _put(item: T): void {
    this._queue.push(item);
  }

  qsize(): number {
    return this._queue.length;
  }

  get maxsize(): number {
    return this.#maxsize;
  }

  empty(): boolean {
    return this.qsize() === 0;
  }

  full(): boolean {
    return this.#maxsize > 0 && this.qsize() >= this.#maxsize;
  }

  /** Waits for a free slot and puts the item there. QueueShutDown. */
  async put(item: T): Promise<null> {
    while (this.full()) {
      if (this._is_shutdown) throw new QueueShutDown();
      await this._putters.wait_in(this._get_loop());
    }
    this.put_nowait(item);
    return null;
  }

  /** Puts the item. QueueFull, QueueShutDown. */
  put_nowait(item: T): void {
    if (this._is_shutdown) throw new QueueShutDown();
    if (this.full()) throw new QueueFull();
    this._put(item);
    this._unfinished_tasks++;
    this._finished.clear();
    wake_up_next(this._getters);
  }

  /** Waits for an item and takes it. QueueShutDown. */
  async get(): Promise<T> {
    while (this.empty()) {
      if (this._is_shutdown) throw new QueueShutDown();
      await this._getters.wait_in(this._get_loop());
    }
    return as_value(this.get_nowait());
  }

  /** Takes an item. QueueEmpty, QueueShutDown. */
  get_nowait(): T {
    if (this.empty()) {
      if (this._is_shutdown) throw new QueueShutDown();
      throw new QueueEmpty();
    }
    const item = this._get();
    wake_up_next(this._putters);
    return item;
  }

  /** Says that an item that was taken is dealt with. ValueError when there is none. */
  task_done(): void {
    if (this._unfinished_tasks <= 0) throw new ValueError("task_done() called too many times");
    this._unfinished_tasks--;
    if (this._unfinished_tasks === 0) this._finished.set();
  }

  /** Waits until every item was taken and dealt with. */
  async join(): Promise<null> {
    if (this._unfinished_tasks > 0) await this._finished.wait();
    return null;
  }

  /** Ends the queue: nothing can be put, and nothing taken once it is empty; `immediate` empties it at once. */
  shutdown(immediate = false): void {
    this._is_shutdown = true;
    if (immediate) {
      while (!this.empty()) {
        this._get();
        if (this._unfinished_tasks > 0) this._unfinished_tasks--;
      }
      if (this._unfinished_tasks === 0) this._finished.set();
    }
    for (const waiters of [this._getters, this._putters])
      for (let next = waiters.shift(); next !== null; next = waiters.shift())
        if (!next.done()) next.set_result(null);
  }

  __repr__(): string {
    return `<${class_name(this.constructor)} at ${address(this)} ${this._format()}>`;
  }

  __str__(): string {
    return `<${class_name(this.constructor)} ${this._format()}>`;
  }

  /** Who is cancelled after a wake-up passes it on, if it is of use to the next. */
  _leave_line(place: Future<null>, error: unknown, line: Waiters<null>): void {
    if (error === null) return;
    place.cancel();
    line.remove(place);
    const is_of_use = line === this._getters ? !this.empty() : !this.full();
    if (is_of_use && !place.cancelled()) wake_up_next(line);
  }

  _format(): string {
    let text = `maxsize=${repr(this.#maxsize)}`;
    if (this.qsize() > 0) text += ` _queue=${repr([...this._queue])}`;
    if (this._getters.size > 0) text += ` _getters[${this._getters.size}]`;
    if (this._putters.size > 0) text += ` _putters[${this._putters.size}]`;
    if (this._unfinished_tasks > 0) text += ` tasks=${this._unfinished_tasks}`;
    return this._is_shutdown ? `${text} shutdown` : text;
  }
}

/** The smallest item first, as heapq finds it. */
export class PriorityQueue<T = Dynamic> extends Queue<T> {
  static override readonly __module__: string = "asyncio.queues";
  static override readonly __name__: string = "PriorityQueue";
  override _init(_maxsize: number): void {
    this._queue = [];
  }

  override _put(item: T): void {
    heappush<T>(this._queue, item, lt);
  }

  override _get(): T {
    return heappop<T>(this._queue, lt);
  }
}

/** The youngest item first. */
export class LifoQueue<T = Dynamic> extends Queue<T> {
  static override readonly __module__: string = "asyncio.queues";
  static override readonly __name__: string = "LifoQueue";
  override _init(_maxsize: number): void {
    this._queue = [];
  }

  override _get(): T {
    return this._queue.pop();
  }
}

function wake_up_next(waiters: Waiters<null>): void {
  for (let next = waiters.shift(); next !== null; next = waiters.shift()) {
    if (next.done()) continue;
    next.set_result(null);
    return;
  }
}
