// contextmanager and asynccontextmanager: generators as context managers.
import { forward } from "../../builtins/calls/forward.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import {
  type BaseException,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
} from "../../builtins/exceptions/index.ts";
import { async_generator } from "../../builtins/iteration/async-generator.ts";
import { generator } from "../../builtins/iteration/generator.ts";
import { as_value } from "../../builtins/handover.ts";
import { update_wrapper } from "../_functools/partial.ts";

/** `@contextmanager`: the generator function's `yield` is where the body runs. */
export function contextmanager<A extends readonly Dynamic[], T>(
  func: (...args: A) => Iterator<T, Dynamic, Dynamic>,
): (...args: A) => GeneratorManager<T> {
  const manage = (...args: A): GeneratorManager<T> =>
    new GeneratorManager<T>(() => forward(func, args));
  return update_wrapper(manage, func);
}

/** `@asynccontextmanager`. */
export function asynccontextmanager<A extends readonly Dynamic[], T>(
  func: (...args: A) => AsyncIterator<T, Dynamic, Dynamic>,
): (...args: A) => AsyncGeneratorManager<T> {
  const manage = (...args: A): AsyncGeneratorManager<T> =>
    new AsyncGeneratorManager<T>(() => forward(func, args));
  return update_wrapper(manage, func);
}

/** What was thrown in came out: also a stop, which can't leave a generator as it is. */
function is_same(thrown: BaseException, error: Dynamic): boolean {
  if (thrown === error) return true;
  const is_stop = error instanceof StopIteration || error instanceof StopAsyncIteration;
  return is_stop && thrown instanceof RuntimeError && thrown.__cause__ === error;
}

/** Can be entered once; as a decorator it makes a new one for each call. */
export class GeneratorManager<T> {
  static readonly __name__: string = "_GeneratorContextManager";
  static readonly __module__: string = "contextlib";

  readonly #make: () => Generator<T, Dynamic, Dynamic>;
  readonly #generator: Generator<T, Dynamic, Dynamic>;

  constructor(make: () => Generator<T, Dynamic, Dynamic>) {
    this.#make = make;
    this.#generator = make();
  }

  __enter__(): T {
    const first = this.#generator.next();
    if (first.done === true) throw new RuntimeError("generator didn't yield");
    return first.value;
  }

  __exit__(_type: Dynamic, error: Dynamic, _traceback: Dynamic): boolean {
    if (error == null) {
      if (this.#generator.next().done === true) return false;
      generator.close(this.#generator);
      throw new RuntimeError("generator didn't stop");
    }
    try {
      if (this.#generator.throw(error).done === true) return true;
    } catch (thrown) {
      if (is_same(as_exception(thrown), error)) return false;
      throw thrown;
    }
    generator.close(this.#generator);
    throw new RuntimeError("generator didn't stop after throw()");
  }

  /** As a decorator: each call of the function runs inside a manager of its own. */
  __call__(func: Dynamic): (...args: Dynamic[]) => Dynamic {
    const make = this.#make;
    return update_wrapper((...args: Dynamic[]) => {
      const manager = new GeneratorManager<T>(make);
      manager.__enter__();
      let result: Dynamic;
      try {
        result = forward(func, args);
      } catch (thrown) {
        const error = as_exception(thrown);
        if (manager.__exit__(error.constructor, error, null)) return null;
        throw error;
      }
      manager.__exit__(null, null, null);
      return result;
    }, func);
  }
}

export class AsyncGeneratorManager<T> {
  static readonly __name__: string = "_AsyncGeneratorContextManager";
  static readonly __module__: string = "contextlib";

  readonly #make: () => AsyncGenerator<T, Dynamic, Dynamic>;
  readonly #generator: AsyncGenerator<T, Dynamic, Dynamic>;

  constructor(make: () => AsyncGenerator<T, Dynamic, Dynamic>) {
    this.#make = make;
    this.#generator = make();
  }

  async __aenter__(): Promise<T> {
    const first = await this.#generator.next();
    if (first.done === true) throw new RuntimeError("generator didn't yield");
    return as_value(first.value);
  }

  async __aexit__(_type: Dynamic, error: Dynamic, _traceback: Dynamic): Promise<boolean> {
    if (error == null) {
      if ((await this.#generator.next()).done === true) return false;
      await async_generator.aclose(this.#generator);
      throw new RuntimeError("generator didn't stop");
    }
    try {
      if ((await this.#generator.throw(error)).done === true) return true;
    } catch (thrown) {
      if (is_same(as_exception(thrown), error)) return false;
      throw thrown;
    }
    await async_generator.aclose(this.#generator);
    throw new RuntimeError("generator didn't stop after athrow()");
  }

  /** As a decorator of coroutine functions. */
  __call__(func: Dynamic): (...args: Dynamic[]) => Promise<Dynamic> {
    const make = this.#make;
    return update_wrapper(async (...args: Dynamic[]) => {
      const manager = new AsyncGeneratorManager<T>(make);
      await manager.__aenter__();
      let result: Dynamic;
      try {
        result = await forward(func, args);
      } catch (thrown) {
        const error = as_exception(thrown);
        if (await manager.__aexit__(error.constructor, error, null)) return null;
        throw error;
      }
      await manager.__aexit__(null, null, null);
      return result;
    }, func);
  }
}
