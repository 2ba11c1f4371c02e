// object: the base of the program's classes that need Python's way of making instances.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { class_full_name, class_name, type_name } from "../type-name.ts";
import { repr, repr_default } from "../representation.ts";

/**
 * `class Foo extends PyObject` with a method `__init__`: `new Foo(a)` calls `__new__` where a class has one, then
 * `__init__`. Fields that `__init__` sets are declared with `declare`, for the fields of a derived class are
 * initialised after it.
 */
export class PyObject {
  constructor(...args: readonly Dynamic[]) {
    const type: Dynamic = new.target;
    if (type.__new__ !== PyObject.__new__) {
      const made: Dynamic = type.__new__(type, ...args);
      if (made instanceof type) made.__init__(...args);
      // oxlint-disable-next-line no-constructor-return -- what `__new__` returns is the instance
      return made;
    }
    if (args.length > 0 && this.__init__ === PyObject.prototype.__init__)
      throw new TypeError(`${class_name(type)}() takes no arguments`);
    this.__init__(...args);
  }

  static __new__(type: Dynamic, ..._args: readonly Dynamic[]): Dynamic {
    return Object.create(type.prototype);
  }

  __init__(..._args: readonly Dynamic[]): void {}

  /** `class.__name__`. */
  static get __name__(): string {
    return this === PyObject ? "object" : class_name(this);
  }

  static get __module__(): string {
    return this === PyObject ? "builtins" : "__main__";
  }
}

/** `object.__repr__(x)`, `object.__str__(x)` and the like, for those who call them on the base. */
export const object_methods = {
  __repr__: repr_default,
  __str__: (value: unknown): string => repr(value),
  __format__(value: unknown, spec: string): string {
    if (spec === "") return repr(value);
    throw new TypeError(`unsupported format string passed to ${type_name(value)}.__format__`);
  },
} as const;

/** The name of a class with its module, for messages. */
export const full_name = class_full_name;
