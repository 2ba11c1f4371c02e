// isinstance() and issubclass(): classes, built-in types, tuples and unions of them.
import { bool } from "../bool.ts";
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { is_float } from "../float.ts";
import { float } from "../numbers/float-type.ts";
import { int } from "../numbers/int-type.ts";
import { metaclass_of } from "../metaclass.ts";
import { integer_value, float_value } from "../numbers/kinds.ts";
import { plain } from "../primitive.ts";
import { list } from "../sequences/list.ts";
import { str } from "../text/str-type.ts";
import { truth } from "../truth.ts";
import { Tuple } from "../tuple.ts";
import { is_class } from "../type-name.ts";
import { is_virtual_instance, is_virtual_subclass } from "../classes/virtual.ts";
import { mro_of } from "./mro.ts";
import { PyObject } from "./object.ts";
import { class_behind, type_of } from "./type-of.ts";
import { ClassType } from "./type-objects.ts";
import { type } from "./type.ts";

/** `isinstance(value, classinfo)`. TypeError when the second is no class, tuple of classes or union. */
export function isinstance(value: unknown, cls: (...args: never) => string | number): boolean;
export function isinstance<C>(value: unknown, cls: abstract new (...args: never) => C): value is C;
export function isinstance(value: unknown, classinfo: unknown): boolean;
export function isinstance(value: Dynamic, classinfo: Dynamic): boolean {
  if (classinfo instanceof Tuple) return classinfo.some((one) => isinstance(value, one));
  if (is_union(classinfo))
    return classinfo.__args__.some((one: unknown) => isinstance(value, one ?? null_type));
  if (!is_class_value(classinfo)) {
    if (typeof classinfo?.__instancecheck__ === "function")
      return truth(classinfo.__instancecheck__(value));
    throw new TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
  }
  return is_instance_of(value, classinfo);
}

/** `issubclass(cls, classinfo)`. TypeError when one of them is no class. */
export function issubclass(cls: Dynamic, classinfo: Dynamic): boolean {
  if (!is_class_value(cls)) throw new TypeError("issubclass() arg 1 must be a class");
  if (classinfo instanceof Tuple) return classinfo.some((one) => issubclass(cls, one));
  if (is_union(classinfo)) return classinfo.__args__.some((one: unknown) => issubclass(cls, one));
  if (!is_class_value(classinfo)) {
    if (typeof classinfo?.__subclasscheck__ === "function")
      return truth(classinfo.__subclasscheck__(cls));
    throw new TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
  }
  if (typeof classinfo.__subclasscheck__ === "function")
    return truth(classinfo.__subclasscheck__(cls));
  return is_subclass_of(cls, classinfo);
}

function is_instance_of(value: Dynamic, cls: Dynamic): boolean {
  switch (cls) {
    case str:
      return typeof plain(value) === "string";
    case int:
      return integer_value(value) !== null;
    case float:
      return is_float(value) || float_value(value) !== null;
    case bool:
      return typeof value === "boolean";
    case list:
      return Array.isArray(value) && !(value instanceof Tuple);
    case PyObject:
      return true;
    case type:
      return ClassType.__instancecheck__(value);
  }
  if (typeof cls.__instancecheck__ === "function") return truth(cls.__instancecheck__(value));
  const metaclass = typeof value === "function" ? metaclass_of(value) : null;
  if (metaclass !== null) return metaclass === cls || metaclass.prototype instanceof cls;
  const native: Dynamic = class_behind(cls);
  const is_own =
    (typeof value === "object" || typeof value === "function") &&
    native.prototype !== undefined &&
    value instanceof native;
  return (
    is_own ||
    is_virtual_instance(value, type_of(value), cls, issubclass) ||
    claims_to_be(value, cls)
  );
}

/** What decides itself what its attributes are may say that it is of a class: `__class__`. */
function claims_to_be(value: Dynamic, cls: Dynamic): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (typeof value.__getattribute__ !== "function") return false;
  const claimed: Dynamic = value.__getattribute__("__class__");
  return is_class_value(claimed) && claimed !== value.constructor && is_subclass_of(claimed, cls);
}

function is_subclass_of(cls: Dynamic, base: Dynamic): boolean {
  if (cls === base || base === PyObject) return true;
  if (cls === bool) return base === int;
  const [native, native_base] = [class_behind(cls), class_behind(base)];
  if (native === native_base) return true;
  if (native_base === Array && native.prototype instanceof Tuple) return false;
  if (native_base === Array && native === Tuple) return false;
  return (
    (native_base.prototype !== undefined && native.prototype instanceof native_base) ||
    mro_of(native).includes(native_base) ||
    is_virtual_subclass(cls, base, issubclass)
  );
}

export function is_class_value(value: unknown): boolean {
  return typeof value === "function" && (is_class(value) || value === type);
}

/** `int | str`: has alternatives and no origin that they are arguments of. */
function is_union(value: Dynamic): boolean {
  if (is_class_value(value) || !Array.isArray(value?.__args__)) return false;
  return !("__origin__" in value) || value.__origin__?.__name__ === "Union";
}

/** `X | None` holds `None` itself. */
const null_type = {
  __instancecheck__: (value: unknown): boolean => value == null,
};
