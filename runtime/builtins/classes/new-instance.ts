// An instance of a class, whatever its `__new__` gives: JavaScript's `new` always gives an object.
import { initialise, PyObject } from "../attributes/object.ts";
import type { Dynamic } from "../dynamic.ts";
import { check_concrete } from "./abstract.ts";
import { NATIVE_NEW } from "./native-new-key.ts";
import { check_no_protocol } from "./virtual-registry.ts";

/** `type.__call__(cls, *args)`: `__new__`, then `__init__` if that gave an instance. TypeError for abstract classes. */
export function new_instance(type: Dynamic, args: readonly Dynamic[]): Dynamic {
  if (type.prototype instanceof PyObject && type.__new__ !== PyObject.__new__) {
    const made: Dynamic = type.__new__(type, ...args);
    if (made instanceof type) initialise(made, args);
    return made;
  }
  if (NATIVE_NEW in type && type.__new__ !== undefined) return made_by_new(type, args);
  check_concrete(type);
  check_no_protocol(type);
  return new type(...args);
}

/** Below a built-in type. */
function made_by_new(type: Dynamic, args: readonly Dynamic[]): Dynamic {
  const made: Dynamic = type.__new__(type, ...args);
  if (made instanceof type && typeof made.__init__ === "function") initialise(made, args);
  return made;
}
