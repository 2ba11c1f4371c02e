// What every object answers to by `object`: the methods that a class inherits when nothing above it defines them.
import type { Dynamic } from "../dynamic.ts";
import { is_ } from "../equality.ts";
import { BaseException, TypeError } from "../exceptions/index.ts";
import { identity_hash } from "../hash.ts";
import { NotImplemented } from "../not-implemented.ts";
import { repr, repr_default, text_of } from "../representation.ts";
import { truth } from "../truth.ts";
import { Tuple } from "../tuple.ts";
import { class_name, type_name } from "../type-name.ts";
import { initialise_exception } from "./exception-init.ts";
import { names_of } from "./own-attributes.ts";

type ObjectMethod = (self: Dynamic, ...args: readonly Dynamic[]) => Dynamic;

/** By name, the object first; those that read and set attributes are in generic.ts. */
export const object_methods: Readonly<Record<string, ObjectMethod>> = {
  __init__(self, ...args) {
    if (self instanceof BaseException) initialise_exception(self, args);
    else if (typeof self.__init__ === "function") {
      const type: Dynamic = self.constructor;
      if (args.length > 0)
        throw new TypeError(
          Object.hasOwn(type.prototype, "__init__")
            ? "object.__init__() takes exactly one argument (the instance to initialize)"
            : `${class_name(type)}() takes no arguments`,
        );
    }
  },
  __repr__: (self) => repr_default(self),
  __str__: (self) => repr(self),
  __eq__: (self, other) => (is_(self, other) ? true : NotImplemented),
  __ne__(self, other) {
    const equal: unknown =
      typeof self?.__eq__ === "function" ? self.__eq__(other) : is_(self, other) || NotImplemented;
    return equal === NotImplemented ? NotImplemented : !truth(equal);
  },
  __lt__: () => NotImplemented,
  __le__: () => NotImplemented,
  __gt__: () => NotImplemented,
  __ge__: () => NotImplemented,
  __hash__: (self) => identity_hash(self),
  __format__(self, spec) {
    if (spec === "") return text_of(self);
    throw new TypeError(`unsupported format string passed to ${type_name(self)}.__format__`);
  },
  __dir__: (self) => names_of(self),
  __sizeof__: () => 48,
  __reduce__: (self) => Tuple.of(self.constructor, Tuple.of()),
};

/** Methods that `object` has for the class. */
export const object_class_methods: Readonly<Record<string, ObjectMethod>> = {
  __init_subclass__(type, ...args) {
    const [keywords] = args;
    if (keywords !== undefined && Object.keys(keywords).length > 0)
      throw new TypeError(`${class_name(type)}.__init_subclass__() takes no keyword arguments`);
  },
  __subclasshook__: () => NotImplemented,
};
