// AbstractContextManager, ContextDecorator and their asynchronous kin: what managers derive from.
import { forward } from "../../builtins/calls/forward.ts";
import { callable_kind } from "../../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { enter, enter_async } from "../../builtins/managers/index.ts";
import { abstract_methods } from "../../builtins/classes/abstract.ts";
import { Abstract, is_instance, is_subclass } from "../_collections_abc/check.ts";
import { update_wrapper } from "../_functools/partial.ts";

function has(value: Dynamic, ...names: readonly string[]): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    names.every((name) => typeof value[name] === "function")
  );
}

/** Base of managers whose `__enter__` gives the manager itself. */
export abstract class AbstractContextManager extends Abstract {
  static readonly __name__: string = "AbstractContextManager";
  static override readonly __module__: string = "contextlib";
  static {
    abstract_methods(this, "__exit__");
  }

  static __instancecheck__(value: Dynamic): boolean {
    return is_instance(this, AbstractContextManager, value, (each) =>
      has(each, "__enter__", "__exit__"),
    );
  }

  static __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, AbstractContextManager, type, ["__enter__", "__exit__"]);
  }

  __enter__(): this {
    return this;
  }

  __exit__(..._exception: readonly Dynamic[]): unknown {
    return null;
  }
}

/** The same for `async with`. */
export abstract class AbstractAsyncContextManager extends Abstract {
  static readonly __name__: string = "AbstractAsyncContextManager";
  static override readonly __module__: string = "contextlib";
  static {
    abstract_methods(this, "__aexit__");
  }

  static __instancecheck__(value: Dynamic): boolean {
    return is_instance(this, AbstractAsyncContextManager, value, (each) =>
      has(each, "__aenter__", "__aexit__"),
    );
  }

  static __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, AbstractAsyncContextManager, type, ["__aenter__", "__aexit__"]);
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
