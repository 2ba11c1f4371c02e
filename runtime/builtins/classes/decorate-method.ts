// Decorators on methods: Python's decorators see a function that takes the object first.
import { call } from "../calls/call.ts";
import { callable_kind } from "../calls/callable-kind.ts";
import type { Dynamic } from "../dynamic.ts";

/**
 * Replaces the method by what `decorator` makes of it. The decorator gets, and gives back, a function whose first
 * argument is the object (or, for static methods, none). Emitted in a static block of the class.
 */
export function decorate_method(cls: Dynamic, name: string, decorator: Dynamic): void {
  if (Object.hasOwn(cls, name)) {
    cls[name] = call(decorator, cls[name]);
    return;
  }
  const prototype: Dynamic = cls.prototype;
  const method: Function = prototype[name];
  const decorated: Dynamic = call(decorator, taking_receiver(method));
  Object.defineProperty(prototype, name, {
    value: typeof decorated === "function" ? as_method(decorated) : decorated,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}

function taking_receiver(method: Function): Function {
  const plain =
    callable_kind(method) === "coroutine_function"
      ? async (self: Dynamic, ...args: readonly Dynamic[]): Promise<Dynamic> =>
          Reflect.apply(method, self, args)
      : (self: Dynamic, ...args: readonly Dynamic[]): Dynamic => Reflect.apply(method, self, args);
  return named(plain, method);
}

function as_method(f: Function): Function {
  if (callable_kind(f) === "coroutine_function") {
    const method = {
      async method(this: Dynamic, ...args: readonly Dynamic[]): Promise<Dynamic> {
        return await f(this, ...args);
      },
    }.method;
    return named(method, f);
  }
  const method = {
    method(this: Dynamic, ...args: readonly Dynamic[]): Dynamic {
      return f(this, ...args);
    },
  }.method;
  return named(method, f);
}

/** The copy bears the name of the function it stands for. */
function named<F extends Function>(f: F, original: Function): F {
  Object.defineProperty(f, "name", { value: original.name, configurable: true });
  return f;
}
