// async_generator: Python's protocol on native async generators, and on objects with __aiter__ and __anext__.
import type { Dynamic } from "../dynamic.ts";
import {
  type BaseException,
  GeneratorExit,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
  TypeError,
} from "../exceptions/index.ts";
import { as_value } from "../handover.ts";
import { type_name } from "../type-name.ts";
import { as_raised, raised_stop_iteration } from "./generator.ts";
import {
  advance_noted,
  has_ended,
  is_closed,
  note_begun,
  note_closed,
} from "./open-async-generators.ts";
import { is_async_generator, is_started, mark_started } from "./generator-state.ts";

type AnyAsyncGenerator<T> = AsyncGenerator<T, Dynamic, Dynamic>;

/** `async_generator.asend(g, value)` and its siblings; emitted where the receiver is known to be one. */
export const async_generator = {
  asend,
  athrow,
  aclose,
  __aiter__: itself,
  __anext__: advance,
} as const;

/** `g.asend(value)`: the next value that `g` yields; StopAsyncIteration when it ends. */
async function asend<T>(g: AnyAsyncGenerator<T>, value: Dynamic): Promise<T> {
  if (value != null && !is_started(g)) {
    // As in CPython, the loop closes it at its shutdown, though its body has not begun.
    note_begun(g);
    throw new TypeError("can't send non-None value to a just-started async generator");
  }
  return yielded(await resume(g, "next", value));
}

function itself<T>(g: AnyAsyncGenerator<T>): AnyAsyncGenerator<T> {
  return g;
}

async function advance<T>(g: AnyAsyncGenerator<T>): Promise<T> {
  return yielded(await resume(g, "next", undefined));
}

/** `g.athrow(error)`: raises at the `yield` where `g` hangs; the next value that it yields. */
async function athrow<T>(
  g: AnyAsyncGenerator<T>,
  error: Dynamic,
  value: Dynamic = null,
  traceback: Dynamic = null,
): Promise<T> {
  // As in CPython, one that has ended gives None.
  if (has_ended(g)) return null as T;
  if (is_closed(g)) throw new StopAsyncIteration();
  return yielded(await resume(g, "throw", as_raised(error, value, traceback), "athrow"));
}

/**
 * `g.aclose()`: raises GeneratorExit in `g`. RuntimeError when it yields instead of ending; as in CPython, the next call
 * is a StopAsyncIteration.
 */
async function aclose(g: AnyAsyncGenerator<Dynamic>): Promise<null> {
  if (has_ended(g)) return null;
  if (is_closed(g)) throw new StopAsyncIteration();
  const exit = new GeneratorExit();
  try {
    const result = await resume(g, "throw", exit, "aclose");
    if (result.done) return null;
  } catch (error) {
    if (error === exit || error instanceof GeneratorExit || error instanceof StopAsyncIteration)
      return null;
    throw error;
  }
  note_closed(g);
  throw new RuntimeError("async generator ignored GeneratorExit");
}

/** `aiter(x)`: for `for await (const item of aiter(x))` as well as for `anext`. TypeError when there is no `__aiter__`. */
export function aiter<T>(iterable: AsyncIterable<T>): AsyncIterableIterator<T>;
export function aiter(iterable: unknown): AsyncIterableIterator<Dynamic>;
export function aiter(iterable: Dynamic): AsyncIterableIterator<Dynamic> {
  if (typeof iterable === "object" && iterable !== null) {
    if (typeof iterable.__aiter__ === "function") return python_iterator(iterable.__aiter__());
    if (typeof iterable[Symbol.asyncIterator] === "function") {
      if (is_async_generator(iterable)) mark_started(iterable);
      return iterable[Symbol.asyncIterator]();
    }
  }
  throw new TypeError(
    `'async for' requires an object with __aiter__ method, got ${type_name(iterable)}`,
  );
}

/** `await anext(iterator)`, `await anext(iterator, default)`. StopAsyncIteration at the end where no default is given. */
export async function anext<T, D = T>(
  iterator: AsyncIterator<T>,
  ...otherwise: readonly D[]
): Promise<T | D> {
  const source: Dynamic = iterator;
  try {
    if (is_async_generator(source)) return as_value(await advance(source as AnyAsyncGenerator<T>));
    if (typeof source?.__anext__ === "function") return as_value(await source.__anext__());
    if (typeof source?.next === "function") return yielded(await source.next());
  } catch (error) {
    if (otherwise.length > 0 && error instanceof StopAsyncIteration) return otherwise[0] as D;
    throw error;
  }
  throw new TypeError(`'${type_name(source)}' object is not an async iterator`);
}

/** An object with `__anext__` as a JavaScript async iterator; leaving the loop early leaves it open. */
class PythonAsyncIterator implements AsyncIterableIterator<Dynamic> {
  readonly source: Dynamic;

  constructor(source: Dynamic) {
    this.source = source;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  __aiter__(): this {
    return this;
  }

  __anext__(): PromiseLike<Dynamic> {
    return this.source.__anext__();
  }

  async next(): Promise<IteratorResult<Dynamic>> {
    try {
      return { value: await this.source.__anext__(), done: false };
    } catch (error) {
      if (error instanceof StopAsyncIteration) return { value: undefined, done: true };
      throw error;
    }
  }
}

function python_iterator(iterator: Dynamic): AsyncIterableIterator<Dynamic> {
  if (is_async_generator(iterator)) {
    mark_started(iterator);
    return iterator;
  }
  if (typeof iterator?.__anext__ === "function") return new PythonAsyncIterator(iterator);
  if (typeof iterator?.next === "function") return iterator;
  throw new TypeError(
    `'async for' received an object from __aiter__ that does not implement __anext__: ${type_name(iterator)}`,
  );
}

/** Advances a native async generator. Its body can't end by raising a StopIteration of either kind. */
async function resume<T>(
  g: AnyAsyncGenerator<T>,
  method: "next" | "throw",
  value: unknown,
  named: "anext" | "athrow" | "aclose" = "anext",
): Promise<IteratorResult<T, Dynamic>> {
  mark_started(g);
  try {
    return await advance_noted(g, () => g[method](value), named);
  } catch (error) {
    if (error instanceof StopIteration || error instanceof StopAsyncIteration)
      throw raised_stop_iteration(error as BaseException, "async generator");
    throw error;
  }
}

function yielded<T>(result: IteratorResult<T, Dynamic>): T {
  if (!result.done) return as_value(result.value);
  throw new StopAsyncIteration();
}
