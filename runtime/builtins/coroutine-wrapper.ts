// What `coroutine.__await__()` gives: an iterator with which a driver awaits the native coroutine behind it.
import type { Dynamic } from "./dynamic.ts";
import { RuntimeError } from "./exceptions/index.ts";

/** Yielded by what stands for a native coroutine: the driver awaits it, and sends back what it gives. */
export class Awaiting {
  readonly awaitable: PromiseLike<unknown>;

  constructor(awaitable: PromiseLike<unknown>) {
    this.awaitable = awaitable;
  }
}

/** How many iterators are being advanced by drivers of theirs right now. */
export const drivers = { running: 0 };

/** An iterator for `yield from`, which only a task can advance. RuntimeError where the program does it itself. */
export function* coroutine_wrapper<T>(awaitable: PromiseLike<T>): Generator<Awaiting, T, Dynamic> {
  if (drivers.running === 0) throw by_hand();
  return yield new Awaiting(awaitable);
}

/** A native async function can't be advanced from outside. */
export function by_hand(): RuntimeError {
  return new RuntimeError("a coroutine runs where it is awaited: it can't be advanced by hand");
}
