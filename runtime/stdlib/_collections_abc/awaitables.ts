// Abstract classes of what is awaited and iterated asynchronously, and of generators.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Coroutine as CoroutineObject } from "../../builtins/coroutine.ts";
import { is_async_generator, is_generator } from "../../builtins/iteration/generator-state.ts";
import { Abstract, has, is_instance, is_subclass } from "./check.ts";
import { Iterator } from "./one-trick.ts";

export abstract class Awaitable extends Abstract {
  static readonly __name__: string = "Awaitable";
  static __instancecheck__(value: unknown): boolean {
    return is_instance(
      this,
      Awaitable,
      value,
      (each) => has(each, "__await__") || each instanceof CoroutineObject || has(each, "then"),
    );
  }

  static __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, Awaitable, type, ["__await__"]);
  }
}

export abstract class Coroutine extends Awaitable {
  static override readonly __name__: string = "Coroutine";
  static override readonly __module__: string = "collections.abc";
  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, Coroutine, value, (each) => each instanceof CoroutineObject);
  }
}

export abstract class AsyncIterable extends Abstract {
  static readonly __name__: string = "AsyncIterable";
  static __instancecheck__(value: unknown): boolean {
    return is_instance(
      this,
      AsyncIterable,
      value,
      (each) => has(each, "__aiter__") || is_async_generator(each),
    );
  }

  static __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, AsyncIterable, type, ["__aiter__"]);
  }
}

/** Subclasses define `__anext__`. */
export abstract class AsyncIterator extends AsyncIterable {
  static override readonly __name__: string = "AsyncIterator";
  static override readonly __module__: string = "collections.abc";
  static override __instancecheck__(value: unknown): boolean {
    return is_instance(
      this,
      AsyncIterator,
      value,
      (each) => has(each, "__anext__") || is_async_generator(each),
    );
  }

  static override __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, AsyncIterator, type, ["__anext__", "__aiter__"]);
  }

  __aiter__(): this {
    return this;
  }
}

export abstract class AsyncGenerator extends AsyncIterator {
  static override readonly __name__: string = "AsyncGenerator";
  static override readonly __module__: string = "collections.abc";
  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, AsyncGenerator, value, is_async_generator);
  }
}

export abstract class Generator extends Iterator {
  static override readonly __name__: string = "Generator";
  static override readonly __module__: string = "collections.abc";
  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, Generator, value, is_generator);
  }
}
