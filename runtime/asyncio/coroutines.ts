// What counts as a coroutine, and how a task starts one.
import { sent_object } from "../builtins/await-protocol.ts";
import { is_coroutine_function } from "../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { Coroutine } from "../builtins/coroutine.ts";
import { as_value } from "../builtins/handover.ts";
import { bare_type_name } from "../builtins/type-name.ts";
import type { Future } from "./futures.ts";

/** An object with Python's `__await__`. */
export interface HasAwait<T> {
  __await__(): Iterator<unknown, T, Dynamic>;
}

/** What can be awaited or made a task: a future, a coroutine that has not started, or a function that starts one. */
export type Awaitable<T> = Future<T> | Coroutine<T> | (() => Promise<T>) | HasAwait<T>;

/** What `await` of it gives. `any` stays `any`. */
export type ResultOf<A> = 0 extends 1 & A
  ? Dynamic
  : A extends Future<infer T>
    ? T
    : A extends Coroutine<infer T>
      ? T
      : A extends () => Promise<infer T>
        ? T
        : A extends HasAwait<infer T>
          ? T
          : never;

/** A coroutine object, or the bare thunk that stands for one. */
export type CoroutineLike<T> = Coroutine<T> | (() => Promise<T>);

/** Whether the value is a coroutine object: a call that has not started, or what has a coroutine's methods. */
export function iscoroutine(value: unknown): value is Coroutine<unknown> {
  if (value instanceof Coroutine) return true;
  return METHODS.every((name) => typeof Object(value)[name] === "function");
}

/** Whether the value is taken for a coroutine: a bare call (`() => f(x)`) as well. */
export function is_coroutine_like(value: unknown): value is CoroutineLike<unknown> {
  return iscoroutine(value) || (typeof value === "function" && !is_class(value));
}

/** What `collections.abc.Coroutine` asks for. */
const METHODS = ["send", "throw", "close", "__await__"] as const;

/** Whether calling the function makes a coroutine. */
export function iscoroutinefunction(value: unknown): boolean {
  return is_coroutine_function(value);
}

/** Makes the call: the body runs up to its first suspension. */
export function start<T>(coroutine: CoroutineLike<T>): Promise<T> {
  if (typeof coroutine === "function") return coroutine();
  return coroutine instanceof Coroutine ? coroutine.start() : run_sent(coroutine);
}

async function run_sent<T>(coroutine: Dynamic): Promise<T> {
  return as_value(await sent_object<T>(coroutine));
}

/** Ends a coroutine that has not started. */
export function close(coroutine: unknown): void {
  if (coroutine instanceof Coroutine) coroutine.close();
}

/** An exception instead of the first step: what runs for it; `null` where nothing does. */
export function start_with(coroutine: unknown, error: unknown): Promise<unknown> | null {
  return coroutine instanceof Coroutine ? coroutine.start_with(error) : null;
}

/** The qualname of a coroutine, or the name of what a bare thunk calls. */
export function coroutine_name(coroutine: CoroutineLike<unknown>): string {
  if (typeof coroutine === "function") return coroutine.name || callee(coroutine)[1] || "<lambda>";
  return named(coroutine);
}

/** Whether a thunk calls a function of asyncio itself: `() => asyncio.sleep(1)`. */
export function is_library_call(coroutine: CoroutineLike<unknown>): boolean {
  return typeof coroutine === "function" && callee(coroutine)[0] === "asyncio.";
}

function named(coroutine: Dynamic): string {
  return (
    coroutine.__qualname__ ??
    coroutine.__name__ ??
    `<${bare_type_name(coroutine)} without __name__>`
  );
}

/** `child` of the thunk `() => child(10)`, `queue.`, `put` of `() => queue.put(1)`: the call is all it is made of. */
function callee(thunk: Function): readonly [holder: string, name: string] {
  const text = Function.prototype.toString.call(thunk);
  const [, holder = "", name = ""] =
    /^(?:async )?\(\) => (?:await )?(?:new [\p{L}\w$]+\([^()]*\)\.)?((?:[\p{L}\w$]+\.)*)([\p{L}\w$]+)\(/u.exec(
      text,
    ) ?? [];
  return [holder, name];
}

function is_class(value: Function): boolean {
  return Object.getOwnPropertyDescriptor(value, "prototype")?.writable === false;
}
