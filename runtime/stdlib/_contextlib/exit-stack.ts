// ExitStack and AsyncExitStack: managers and callbacks that are left in reverse order.
import { call_with } from "../../builtins/calls/call-with.ts";
import { call } from "../../builtins/calls/call.ts";
import { Coroutine } from "../../builtins/coroutine.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { bool } from "../../builtins/index.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { type_name } from "../../builtins/type-name.ts";

/** Leaves one manager: `true` suppresses the exception. A promise where leaving is awaited. */
type Exit = (error: Dynamic) => unknown;

abstract class BaseExitStack {
  static readonly __module__: string = "contextlib";
  protected exits: Exit[] = [];

  /** Enters a manager and remembers to leave it. */
  enter_context<T>(cm: { __enter__(): T; __exit__(...exception: Dynamic[]): unknown }): T {
    const manager: Dynamic = cm;
    if (typeof manager?.__enter__ !== "function" || typeof manager.__exit__ !== "function") {
      throw new TypeError(
        `'${type_name(cm)}' object does not support the context manager protocol`,
      );
    }
    const value = cm.__enter__();
    this.push(cm);
    return value;
  }

  /** Remembers to leave a manager, or to call a function as if it were an `__exit__`. */
  push<E>(exit: E): E {
    const manager: Dynamic = exit;
    this.exits.push((error) =>
      typeof manager.__exit__ === "function"
        ? manager.__exit__(...exit_arguments(error))
        : call(manager, ...exit_arguments(error)),
    );
    return exit;
  }

  /** Remembers to call a function. */
  callback<F>(callback: F, ...args: Dynamic[]): F {
    this.exits.push(() => void called(callback, args));
    return callback;
  }

  protected take_all(): Exit[] {
    const exits = this.exits;
    this.exits = [];
    return exits;
  }
}

export class ExitStack extends BaseExitStack {
  static readonly __name__: string = "ExitStack";

  /** Hands everything over to a new stack. */
  pop_all(): ExitStack {
    const stack = new ExitStack();
    stack.exits = this.take_all();
    return stack;
  }

  close(): void {
    this.__exit__(null, null, null);
  }

  __enter__(): this {
    return this;
  }

  __exit__(_type: Dynamic, error: Dynamic, _traceback: Dynamic): boolean {
    const exits = this.take_all();
    let pending: Dynamic = error ?? null;
    for (let exit = exits.pop(); exit !== undefined; exit = exits.pop()) {
      try {
        if (bool(exit(pending)) && pending !== null) pending = null;
      } catch (thrown) {
        pending = in_context(thrown, pending);
      }
    }
    return settled(pending, error);
  }
}

export class AsyncExitStack extends BaseExitStack {
  static readonly __name__: string = "AsyncExitStack";

  async enter_async_context<T>(cm: {
    __aenter__(): PromiseLike<T>;
    __aexit__(...exception: Dynamic[]): PromiseLike<unknown>;
  }): Promise<T> {
    const manager: Dynamic = cm;
    if (typeof manager?.__aenter__ !== "function" || typeof manager.__aexit__ !== "function") {
      throw new TypeError(
        `'${type_name(cm)}' object does not support the asynchronous context manager protocol`,
      );
    }
    const value = await cm.__aenter__();
    this.push_async_exit(cm);
    return value;
  }

  push_async_exit<E>(exit: E): E {
    const manager: Dynamic = exit;
    this.exits.push((error) =>
      typeof manager.__aexit__ === "function"
        ? manager.__aexit__(...exit_arguments(error))
        : call(manager, ...exit_arguments(error)),
    );
    return exit;
  }

  /** Remembers to call a coroutine function and to await it. */
  push_async_callback<F>(callback: F, ...args: Dynamic[]): F {
    this.exits.push(async () => void (await called(callback, args)));
    return callback;
  }

  pop_all(): AsyncExitStack {
    const stack = new AsyncExitStack();
    stack.exits = this.take_all();
    return stack;
  }

  async aclose(): Promise<null> {
    await this.__aexit__(null, null, null);
    return null;
  }

  async __aenter__(): Promise<this> {
    return this;
  }

  async __aexit__(_type: Dynamic, error: Dynamic, _traceback: Dynamic): Promise<boolean> {
    const exits = this.take_all();
    let pending: Dynamic = error ?? null;
    for (let exit = exits.pop(); exit !== undefined; exit = exits.pop()) {
      try {
        const leaving = exit(pending);
        const is_awaited = leaving instanceof Promise || leaving instanceof Coroutine;
        if (bool(is_awaited ? await leaving : leaving) && pending !== null) pending = null;
      } catch (thrown) {
        pending = in_context(thrown, pending);
      }
    }
    return settled(pending, error);
  }
}

function called(callback: Dynamic, args: readonly Dynamic[]): Dynamic {
  const last = args.at(-1);
  return is_keywords(last) ? call_with(callback, args.slice(0, -1), last) : call(callback, ...args);
}

function exit_arguments(error: Dynamic): readonly Dynamic[] {
  return error === null ? [null, null, null] : [error.constructor, error, error.__traceback__];
}

function in_context(thrown: unknown, pending: Dynamic): Dynamic {
  const error = as_exception(thrown);
  if (pending !== null && error !== pending) error.__context__ ??= pending;
  return error;
}

/** Whether the body's exception was suppressed; a new one is raised. */
function settled(pending: Dynamic, error: Dynamic): boolean {
  if (pending === null) return error != null;
  if (pending === error) return false;
  throw pending;
}
