// object: the base of the classes that Python's own way of making instances makes.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { class_full_name, class_name, type_name } from "../type-name.ts";
import { check_concrete } from "../classes/abstract.ts";

/**
 * `class Foo extends bases(object)` with a method `__init__`: `new Foo(a)` calls `__new__` where a class has one, then
 * `__init__`. Fields that `__init__` sets are declared with `declare`, for the fields of a derived class are
 * initialised after it.
 */
export class PyObject {
  constructor(...args: readonly Dynamic[]) {
    const type: Dynamic = new.target;
    if (type.__new__ !== PyObject.__new__) {
      const made: Dynamic = type.__new__(type, ...args);
      if (made instanceof type) initialise(made, args);
      // oxlint-disable-next-line no-constructor-return -- what `__new__` returns is the instance
      return made;
    }
    if (args.length > 0 && this.__init__ === PyObject.prototype.__init__)
      throw new TypeError(`${class_name(type)}() takes no arguments`);
    check_concrete(type);
    initialise(this, args);
  }

  /** `object.__new__(cls)`: a bare instance. TypeError for arguments that nobody takes, and for abstract classes. */
  static __new__(type: Dynamic, ...args: readonly Dynamic[]): Dynamic {
    if (args.length > 0) {
      if (type.__new__ !== undefined && type.__new__ !== PyObject.__new__)
        throw new TypeError(
          "object.__new__() takes exactly one argument (the type to instantiate)",
        );
      if ((type.prototype.__init__ ?? PyObject.prototype.__init__) === PyObject.prototype.__init__)
        throw new TypeError(`${class_name(type)}() takes no arguments`);
    }
    check_concrete(type);
    return Object.create(type.prototype);
  }

  __init__(...args: readonly Dynamic[]): void {
    if (args.length === 0) return;
    const type: Dynamic = this.constructor;
    if (type.prototype.__init__ !== PyObject.prototype.__init__)
      throw new TypeError(
        "object.__init__() takes exactly one argument (the instance to initialize)",
      );
    if (type.__new__ === PyObject.__new__)
      throw new TypeError(`${class_name(type)}() takes no arguments`);
  }

  /** `class.__name__`. */
  static get __name__(): string {
    return this === PyObject ? "object" : class_name(this);
  }

  static get __module__(): string {
    return this === PyObject ? "builtins" : "__main__";
  }
}

/** Calls `__init__`, which must give None. */
export function initialise(object: Dynamic, args: readonly Dynamic[]): void {
  const result: unknown = object.__init__(...args);
  if (result != null)
    throw new TypeError(`__init__() should return None, not '${type_name(result)}'`);
}

/** The name of a class with its module, for messages. */
export const full_name = class_full_name;
