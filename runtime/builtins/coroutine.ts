// A coroutine object: a call of an async function that has not started.
import { type Awaiting, by_hand, coroutine_wrapper } from "./coroutine-wrapper.ts";
import type { Dynamic } from "./dynamic.ts";
import { RuntimeError } from "./exceptions/index.ts";
import { HIDES_THEN, is_handed_over, resolve_with } from "./handover.ts";
import { places } from "./places.ts";
import { address } from "./identity.ts";

type CoroutineState = "created" | "running" | "closed";

/**
 * States: created → running (`start`) → closed (when the call has ended); created → closed (`close`).
 * Awaiting is starting: a coroutine can be awaited once.
 */
export class Coroutine<T = unknown> implements PromiseLike<T> {
  static readonly __name__: string = "coroutine";
  static readonly __module__: string = "builtins";

  __name__: string;
  __qualname__: string;
  #state: CoroutineState = "created";
  #function: ((...args: Dynamic[]) => PromiseLike<T>) | null;
  #this: unknown;
  #args: readonly unknown[];

  constructor(
    f: (...args: Dynamic[]) => PromiseLike<T>,
    args: readonly unknown[],
    this_value: unknown = undefined,
  ) {
    this.#function = f;
    this.#args = args;
    this.#this = this_value;
    this.__name__ = function_name(f, "__name__");
    this.__qualname__ = function_name(f, "__qualname__");
  }

  get state(): CoroutineState {
    return this.#state;
  }

  get cr_running(): boolean {
    return this.#state === "running";
  }

  /**
   * Makes the call; the body runs up to its first suspension.
   * Errors: RuntimeError when it has been started or closed before.
   */
  start(): Promise<T> {
    const f = this.#function;
    if (f === null)
      throw new RuntimeError(
        this.#state === "running"
          ? "coroutine is being awaited already"
          : "cannot reuse already awaited coroutine",
      );
    const [args, this_value] = [this.#args, this.#this];
    this.#release("running");
    const call = Reflect.apply(f, this_value, args) as PromiseLike<T>;
    const closed = (): void => void (this.#state = "closed");
    // Other thenables than promises start when they are awaited, which must happen once.
    if (call instanceof Promise) call.then(closed, closed);
    else closed();
    return call as Promise<T>;
  }

  /** What `await coroutine` looks for: starts the call. Hidden while the coroutine is handed over as a value. */
  get then(): PromiseLike<T>["then"] {
    if (is_handed_over(this)) return undefined as never;
    places.noting?.await_of_coroutine();
    return start_then as PromiseLike<T>["then"];
  }

  get [HIDES_THEN](): true {
    return true;
  }

  /** Ends a coroutine that has not started: it never will. */
  close(): void {
    if (this.#state === "created") this.#release("closed");
  }

  /** Its task is cancelled before the first step: the body never runs. Errors: as `start` when it has ended before. */
  start_with(_error: unknown): Promise<unknown> | null {
    if (this.#state === "closed") return this.start();
    this.close();
    return null;
  }

  __await__(): Generator<Awaiting, T, Dynamic> {
    return coroutine_wrapper(this);
  }

  /** A native async function can't be advanced from outside: the program is told, and goes no further. */
  send(_value: Dynamic): never {
    throw by_hand();
  }

  __repr__(): string {
    return `<coroutine object ${this.__qualname__} at ${address(this)}>`;
  }

  #release(state: CoroutineState): void {
    this.#state = state;
    this.#function = null;
    this.#this = undefined;
    this.#args = [];
  }
}

/** `f(*args)` where `f` is `async def` and nobody awaits the call at once. */
export function coroutine<A extends readonly unknown[], T>(
  f: (...args: A) => PromiseLike<T>,
  ...args: A
): Coroutine<T> {
  return new Coroutine<T>(f as (...args: Dynamic[]) => PromiseLike<T>, args);
}

/** What `await coroutine` calls. */
function start_then<T>(
  this: Coroutine<T>,
  on_value: ((value: T) => unknown) | null | undefined,
  on_error: ((error: unknown) => unknown) | null | undefined,
): Promise<unknown> {
  let call: Promise<T>;
  try {
    call = this.start();
  } catch (error) {
    call = Promise.reject(error);
  }
  return call.then((value) => (on_value ? resolve_with(on_value, value) : undefined), on_error);
}

function function_name(f: Function, name: "__name__" | "__qualname__"): string {
  const own: unknown = Reflect.get(f, name);
  return typeof own === "string" ? own : f.name.replace(/^bound /, "") || "<lambda>";
}
