// functools.cached_property: computed when it is first read, then an attribute of the object like others.
import { call } from "../../builtins/calls/call.ts";
import { Property } from "../../builtins/classes/property.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";

export class cached_property {
  static readonly __name__: string = "cached_property";
  static readonly __module__: string = "functools";
  readonly func: Dynamic;
  attrname: string | null = null;

  constructor(func: Dynamic) {
    this.func = func instanceof Property ? func.fget : func;
  }

  __set_name__(_owner: Dynamic, name: string): void {
    this.attrname ??= name;
  }

  __get__(instance: Dynamic, _owner: Dynamic = null): Dynamic {
    if (instance == null) return this;
    if (this.attrname === null)
      throw new TypeError(
        "Cannot use cached_property instance without calling __set_name__ on it.",
      );
    const value: unknown = call(this.func, instance);
    // The object's own attribute hides the class's from now on, until it is deleted.
    Object.defineProperty(instance, this.attrname, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
    return value;
  }
}
