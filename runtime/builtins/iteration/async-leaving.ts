// Leaving an `async for` early: JavaScript closes the generator on the spot, asyncio in a task of its own.
import type { Dynamic } from "../dynamic.ts";
import { Coroutine } from "../coroutine.ts";
import { RuntimeError } from "../exceptions/index.ts";
import { interpreter } from "../threads.ts";
import { aiter, async_generator } from "./async-generator.ts";
import { advance_noted, forget_generator } from "./open-async-generators.ts";
import { is_async_generator } from "./generator-state.ts";

/**
 * For `for await (const x of finalized(rows()))`: nobody else holds the generator, so leaving the loop drops it,
 * and the running loop closes it in a task, in a later turn.
 */
export function finalized<T>(iterable: AsyncIterable<T>): AsyncIterableIterator<T>;
export function finalized(iterable: unknown): AsyncIterableIterator<Dynamic>;
export function finalized(iterable: Dynamic): AsyncIterableIterator<Dynamic> {
  const iterator = aiter(iterable);
  return is_async_generator(iterator) ? new LeftIterator(iterator, true) : iterator;
}

/** For generators that somebody still holds: leaving the loop leaves them as they are. */
export function keep_open_async<T>(iterable: AsyncIterable<T>): AsyncIterableIterator<T>;
export function keep_open_async(iterable: unknown): AsyncIterableIterator<Dynamic>;
export function keep_open_async(iterable: Dynamic): AsyncIterableIterator<Dynamic> {
  const iterator = aiter(iterable);
  return is_async_generator(iterator) ? new LeftIterator(iterator, false) : iterator;
}

/** `aclose()` of a dropped generator. Its task may be cancelled before it starts: then the generator gets to know of it. */
class Closing extends Coroutine {
  private readonly source: AsyncGenerator<Dynamic, Dynamic, Dynamic>;

  constructor(source: AsyncGenerator<Dynamic, Dynamic, Dynamic>) {
    super(async_generator.aclose, [source]);
    this.source = source;
  }

  override async start_with(error: unknown): Promise<unknown> {
    this.close();
    const result = await advance_noted(this.source, () => this.source.throw(error), "aclose");
    if (!result.done) throw new RuntimeError("async generator ignored GeneratorExit");
    return null;
  }
}

class LeftIterator implements AsyncIterableIterator<Dynamic> {
  private readonly source: AsyncGenerator<Dynamic, Dynamic, Dynamic>;
  private readonly is_dropped: boolean;

  constructor(source: AsyncGenerator<Dynamic, Dynamic, Dynamic>, is_dropped: boolean) {
    this.source = source;
    this.is_dropped = is_dropped;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Dynamic>> {
    return advance_noted(this.source, () => this.source.next());
  }

  async return(): Promise<IteratorResult<Dynamic>> {
    const loop: Dynamic = interpreter.current.running_loop;
    if (this.is_dropped && loop !== null) {
      forget_generator(this.source);
      const closing = new Closing(this.source);
      loop.call_soon_threadsafe(() => loop.create_task(closing));
    }
    return { value: undefined, done: true };
  }
}
