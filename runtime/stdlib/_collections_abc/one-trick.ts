// Abstract classes with one or two methods: Hashable, Sized, Iterable, Callable …
import type { Dynamic } from "../../builtins/dynamic.ts";
import { callable } from "../../builtins/attributes/callable.ts";
import { native_key } from "../../builtins/mappings/key.ts";
import { Abstract, has, is_instance, is_native_container, is_subclass } from "./check.ts";

const CONTAINERS = [
  "str",
  "list",
  "tuple",
  "dict",
  "set",
  "frozenset",
  "bytes",
  "bytearray",
  "range",
];

/** The built-in types of these names, as values of `type()` say them. */
function is_builtin(type: Dynamic, names: readonly string[]): boolean {
  return Object.hasOwn(type, "__is_type__") && names.includes(String(type.__name__));
}

export abstract class Container extends Abstract {
  static readonly __name__: string = "Container";
  static __instancecheck__(value: unknown): boolean {
    return is_instance(
      this,
      Container,
      value,
      (each) => is_native_container(each) || has(each, "__contains__"),
    );
  }

  static __subclasscheck__(type: Dynamic): boolean {
    const is_own = this === Container && is_builtin(type, CONTAINERS);
    return is_own || is_subclass(this, Container, type, ["__contains__"]);
  }
}

export abstract class Hashable extends Abstract {
  static readonly __name__: string = "Hashable";
  static __instancecheck__(value: unknown): boolean {
    return is_instance(this, Hashable, value, is_hashable);
  }

  static __subclasscheck__(type: Dynamic): boolean {
    if (this !== Hashable) return is_subclass(this, Hashable, type, []);
    if (is_builtin(type, ["list", "dict", "set", "bytearray"])) return false;
    const { prototype } = type;
    return (
      prototype?.__hash__ !== null && !(has(prototype, "__eq__") && !has(prototype, "__hash__"))
    );
  }
}

function is_hashable(value: Dynamic): boolean {
  if (Array.isArray(value) && value.constructor === Array) return false;
  try {
    // A tuple is hashable whatever lies in it.
    if (!Array.isArray(value)) native_key(value);
    return true;
  } catch {
    return false;
  }
}

export abstract class Sized extends Abstract {
  static readonly __name__: string = "Sized";
  static __instancecheck__(value: unknown): boolean {
    return is_instance(
      this,
      Sized,
      value,
      (each) => is_native_container(each) || has(each, "__len__"),
    );
  }

  static __subclasscheck__(type: Dynamic): boolean {
    const is_own = this === Sized && is_builtin(type, CONTAINERS);
    return is_own || is_subclass(this, Sized, type, ["__len__"]);
  }
}

export abstract class Callable extends Abstract {
  static readonly __name__: string = "Callable";
  static __instancecheck__(value: unknown): boolean {
    return is_instance(this, Callable, value, (each) => callable(each));
  }

  static __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, Callable, type, ["__call__"]);
  }
}

export abstract class Iterable<T = Dynamic> extends Abstract {
  static readonly __name__: string = "Iterable";
  declare readonly __iterates__?: T;

  static __instancecheck__(value: unknown): boolean {
    return is_instance(this, Iterable, value, is_iterable);
  }

  static __subclasscheck__(type: Dynamic): boolean {
    const is_own = this === Iterable && is_builtin(type, CONTAINERS);
    return is_own || is_subclass(this, Iterable, type, ["__iter__"]);
  }
}

function is_iterable(value: Dynamic): boolean {
  if (is_native_container(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  return has(value, "__iter__") || typeof value[Symbol.iterator] === "function";
}

/** Subclasses define `__next__`. */
export abstract class Iterator<T = Dynamic> extends Iterable<T> {
  static override readonly __name__: string = "Iterator";
  static override readonly __module__: string = "collections.abc";
  static override __instancecheck__(value: unknown): boolean {
    return is_instance(this, Iterator, value, (each) => has(each, "__next__") || has(each, "next"));
  }

  static override __subclasscheck__(type: Dynamic): boolean {
    return is_subclass(this, Iterator, type, ["__iter__", "__next__"]);
  }

  __iter__(): this {
    return this;
  }
}

export abstract class Reversible<T = Dynamic> extends Iterable<T> {
  static override readonly __name__: string = "Reversible";
  static override readonly __module__: string = "collections.abc";
  static override __instancecheck__(value: unknown): boolean {
    return is_instance(
      this,
      Reversible,
      value,
      (each) => Array.isArray(each) || has(each, "__reversed__"),
    );
  }
}

export abstract class Collection<T = Dynamic> extends Iterable<T> {
  static override readonly __name__: string = "Collection";
  static override readonly __module__: string = "collections.abc";
  static override __instancecheck__(value: unknown): boolean {
    return is_instance(
      this,
      Collection,
      value,
      (each) =>
        is_native_container(each) ||
        (has(each, "__len__") && has(each, "__contains__") && is_iterable(each)),
    );
  }

  static override __subclasscheck__(type: Dynamic): boolean {
    const is_own = this === Collection && is_builtin(type, CONTAINERS);
    return is_own || is_subclass(this, Collection, type, ["__len__", "__iter__", "__contains__"]);
  }
}
