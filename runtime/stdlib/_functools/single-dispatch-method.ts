// functools.singledispatchmethod: the class of the first argument behind the object chooses the method.
import { type_of } from "../../builtins/attributes/type-of.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { getattr, hasattr } from "../../builtins/index.ts";
import { call } from "../../builtins/calls/call.ts";
import { update_wrapper } from "./partial.ts";
import { singledispatch, type DispatchedFunction } from "./single-dispatch.ts";

export class singledispatchmethod {
  static readonly __name__: string = "singledispatchmethod";
  static readonly __module__: string = "functools";
  readonly dispatcher: DispatchedFunction;
  readonly func: Dynamic;

  constructor(func: Dynamic) {
    this.func = func;
    this.dispatcher = singledispatch(func);
  }

  register(cls: Dynamic, method: Dynamic = undefined): Dynamic {
    return this.dispatcher.register(cls, method);
  }

  __get__(instance: Dynamic, owner: Dynamic = null): Dynamic {
    const { func, dispatcher } = this;
    // No arrow function: read from a class, those become bound methods.
    function dispatched(...args: readonly Dynamic[]): Dynamic {
      if (args.length === 0)
        throw new TypeError(`${func.name} requires at least 1 positional argument`);
      const found = dispatcher.dispatch(type_of(args[0]));
      if (typeof found !== "function" && hasattr(found, "__get__"))
        return call(getattr(found, "__get__")(instance, owner), ...args);
      return instance == null ? call(found, ...args) : call(found, instance, ...args);
    }
    const register = (cls: Dynamic, method: Dynamic = undefined): Dynamic =>
      this.register(cls, method);
    return Object.assign(update_wrapper(dispatched, this.func), { register });
  }
}
