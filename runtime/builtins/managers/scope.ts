// enter() and enter_async(): context managers of unknown kind, in one form that try, catch and finally complete.
import type { Dynamic } from "../dynamic.ts";
import { as_exception } from "../exceptions/as-exception.ts";
import { type BaseException, TypeError } from "../exceptions/index.ts";
import { handle, while_handling } from "../raising/handling.ts";
import { truth } from "../truth.ts";
import { type_name } from "../type-name.ts";

export interface Manager<T> {
  __enter__(): T;
  __exit__(type: Dynamic, error: Dynamic, traceback: Dynamic): unknown;
}

export interface AsyncManager<T> {
  __aenter__(): PromiseLike<T>;
  __aexit__(type: Dynamic, error: Dynamic, traceback: Dynamic): PromiseLike<unknown>;
}

/**
 * `with manager as scope.value`. States: entered → left; `raised` and `leave` leave once, whichever comes first.
 * TypeError when the value is no context manager.
 */
export function enter<T>(manager: Manager<T>): Scope<T>;
export function enter(manager: unknown): Scope<Dynamic>;
export function enter(manager: Dynamic): Scope<Dynamic> {
  const kind = "context manager protocol";
  const exit = method(manager, "__exit__");
  const enter_method = method(manager, "__enter__");
  if (enter_method === null) throw refusal(manager, kind, "");
  if (exit === null) throw refusal(manager, kind, " (missed __exit__ method)");
  return new Scope<Dynamic>(manager, Reflect.apply(enter_method, manager, []));
}

/** `async with manager as scope.value`: the same, awaited. */
export function enter_async<T>(manager: AsyncManager<T>): Promise<AsyncScope<T>>;
export function enter_async(manager: unknown): Promise<AsyncScope<Dynamic>>;
export async function enter_async(manager: Dynamic): Promise<AsyncScope<Dynamic>> {
  const kind = "asynchronous context manager protocol";
  const exit = method(manager, "__aexit__");
  const enter_method = method(manager, "__aenter__");
  if (enter_method === null) throw refusal(manager, kind, "");
  if (exit === null) throw refusal(manager, kind, " (missed __aexit__ method)");
  const entering: unknown = Reflect.apply(enter_method, manager, []);
  check_awaitable(entering, "__aenter__");
  return new AsyncScope<Dynamic>(manager, await entering);
}

export class Scope<T> {
  /** What `as` binds. */
  readonly value: T;
  private readonly manager: Manager<T>;
  private is_left = false;

  constructor(manager: Manager<T>, value: T) {
    this.manager = manager;
    this.value = value;
  }

  /** Leaves with an exception: raises it again unless the manager suppresses it. */
  raised(error: unknown): void {
    if (this.is_left) throw error;
    this.is_left = true;
    const exception = as_exception(error);
    const is_suppressed = while_handling(exception, () =>
      truth(this.manager.__exit__(...exit_arguments(exception))),
    );
    if (!is_suppressed) throw exception;
  }

  /** Leaves without one; does nothing when `raised` has run. */
  leave(): void {
    if (this.is_left) return;
    this.is_left = true;
    this.manager.__exit__(null, null, null);
  }
}

export class AsyncScope<T> {
  /** What `as` binds. */
  readonly value: T;
  private readonly manager: AsyncManager<T>;
  private is_left = false;

  constructor(manager: AsyncManager<T>, value: T) {
    this.manager = manager;
    this.value = value;
  }

  /** Leaves with an exception: raises it again unless the manager suppresses it. */
  async raised(error: unknown): Promise<void> {
    if (this.is_left) throw error;
    this.is_left = true;
    const exception = as_exception(error);
    const handling = handle(exception);
    let is_suppressed: boolean;
    try {
      const leaving: unknown = this.manager.__aexit__(...exit_arguments(exception));
      check_awaitable(leaving, "__aexit__");
      is_suppressed = truth(await leaving);
    } catch (next) {
      throw handling.raised(next);
    } finally {
      handling.done();
    }
    if (!is_suppressed) throw exception;
  }

  /** Leaves without one; does nothing when `raised` has run. */
  async leave(): Promise<void> {
    if (this.is_left) return;
    this.is_left = true;
    const leaving: unknown = this.manager.__aexit__(null, null, null);
    check_awaitable(leaving, "__aexit__");
    await leaving;
  }
}

function exit_arguments(error: BaseException): readonly [Dynamic, BaseException, Dynamic] {
  return [error.constructor, error, error.__traceback__];
}

function method(value: unknown, name: string): Function | null {
  if (typeof value !== "object" || value === null) return null;
  const found: unknown = Reflect.get(value, name);
  return typeof found === "function" ? found : null;
}

function refusal(value: unknown, kind: string, detail: string): TypeError {
  return new TypeError(`'${type_name(value)}' object does not support the ${kind}${detail}`);
}

function check_awaitable(value: unknown, name: string): void {
  const is_awaitable =
    typeof value === "object" && value !== null && typeof Reflect.get(value, "then") === "function";
  if (is_awaitable) return;
  throw new TypeError(
    `'async with' received an object from ${name} that does not implement __await__: ${type_name(value)}`,
  );
}
