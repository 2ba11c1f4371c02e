// AbstractContextManager, ContextDecorator and their asynchronous kin: what managers derive from.
import { forward } from "../../builtins/calls/forward.ts";
import { callable_kind } from "../../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { enter, enter_async } from "../../builtins/managers/index.ts";
import { update_wrapper } from "../_functools/partial.ts";

function has(value: Dynamic, ...names: readonly string[]): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    names.every((name) => typeof value[name] === "function")
  );
}

/** Base of managers whose `__enter__` gives the manager itself. */
export abstract class AbstractContextManager {
  static readonly __name__: string = "AbstractContextManager";
  static readonly __module__: string = "contextlib";

  static __instancecheck__(value: Dynamic): boolean {
    if (typeof value === "object" && value !== null && value instanceof this) return true;
    return this === AbstractContextManager && has(value, "__enter__", "__exit__");
  }

  __enter__(): this {
    return this;
  }

  __exit__(..._exception: readonly Dynamic[]): unknown {
    return null;
  }
}

/** The same for `async with`. */
export abstract class AbstractAsyncContextManager {
  static readonly __name__: string = "AbstractAsyncContextManager";
  static readonly __module__: string = "contextlib";

  static __instancecheck__(value: Dynamic): boolean {
    if (typeof value === "object" && value !== null && value instanceof this) return true;
    return this === AbstractAsyncContextManager && has(value, "__aenter__", "__aexit__");
  }

  async __aenter__(): Promise<this> {
    return this;
  }

  async __aexit__(..._exception: readonly Dynamic[]): Promise<unknown> {
    return null;
  }
}

/** Instances of derived managers decorate functions: each call runs inside the manager. */
export class ContextDecorator {
  static readonly __name__: string = "ContextDecorator";
  static readonly __module__: string = "contextlib";

  _recreate_cm(): this {
    return this;
  }

  __call__(func: Dynamic): Dynamic {
    const inner = (...args: readonly Dynamic[]): Dynamic => {
      const scope = enter(this._recreate_cm() as Dynamic);
      try {
        return forward(func, args);
      } catch (error) {
        scope.raised(error);
        return null;
      } finally {
        scope.leave();
      }
    };
    return update_wrapper(inner, func);
  }
}

/** The same for coroutine functions. */
export class AsyncContextDecorator {
  static readonly __name__: string = "AsyncContextDecorator";
  static readonly __module__: string = "contextlib";

  _recreate_cm(): this {
    return this;
  }

  __call__(func: Dynamic): Dynamic {
    const inner = async (...args: readonly Dynamic[]): Promise<Dynamic> => {
      const scope = await enter_async(this._recreate_cm() as Dynamic);
      try {
        return callable_kind(func) === "class" ? forward(func, args) : await forward(func, args);
      } catch (error) {
        await scope.raised(error);
        return null;
      } finally {
        await scope.leave();
      }
    };
    return update_wrapper(inner, func);
  }
}
