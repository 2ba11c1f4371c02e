// Attributes of functions and classes: their names, bases and statics, and a class's methods unbound.
import type { Dynamic } from "../dynamic.ts";
import { Tuple } from "../tuple.ts";
import { class_module, class_name, class_qualname, is_class } from "../type-name.ts";
import { ABSTRACT, open_methods } from "../classes/abstract.ts";
import { annotations_of_class } from "../classes/annotations.ts";
import { register_class } from "../classes/virtual-registry.ts";
import { as_function, function_behind } from "../classes/method-forms.ts";
import { has_static, is_of_javascript } from "../classes/native-names.ts";
import { NATIVE_NEW } from "../classes/native-new-key.ts";
import { native_new } from "../classes/native-new.ts";
import { hash, identity_hash } from "../hash.ts";
import { METACLASS } from "../metaclass.ts";
import { unboxed } from "../unboxed.ts";
import { FrozenSet } from "../sets/frozenset.ts";
import { bound } from "./bound.ts";
import { property_of } from "./class-dict.ts";
import { is_fillable } from "./fillable.ts";
import { function_attribute } from "./function-attributes.ts";
import { MISSING } from "./missing.ts";
import { on_plain } from "./on-plain.ts";
import { PyObject } from "./object.ts";
import { bases_of, mro_of } from "./mro.ts";
import { init_of_native } from "./native-init.ts";
import { special_method } from "./special-methods.ts";
import { subclasses_of } from "./subclasses.ts";

/** The attribute of a function or class, or `MISSING`. */
export function class_attribute(f: Dynamic, name: string): Dynamic {
  if (name === "__func__" && Object.hasOwn(f, name)) return as_function(f.__func__);
  if (Object.hasOwn(f, name) && !is_of_javascript(f, name)) return of_class(f, name);
  switch (name) {
    case "__name__":
      return class_name(f) || "<lambda>";
    case "__qualname__":
      return class_qualname(f) || "<lambda>";
    case "__module__":
      return class_module(f);
    case "__doc__":
      return Object.hasOwn(f, "__func__") ? (f.__func__.__doc__ ?? null) : null;
  }
  if (!is_class(f)) {
    const described = function_attribute(f, name);
    return described === MISSING ? attribute_of_function(f, name) : described;
  }
  return attribute_of_class(f, name);
}

/** What a decorator sets on a method's function shows on the bound method as well. */
function attribute_of_function(f: Dynamic, name: string): Dynamic {
  if (name in f && !(name in Function.prototype)) return f[name];
  const behind = Object.hasOwn(f, "__func__") ? function_behind(f.__func__) : undefined;
  return behind !== undefined && Object.hasOwn(behind, name) && !is_of_javascript(behind, name)
    ? Reflect.get(behind, name)
    : MISSING;
}

function attribute_of_class(type: Dynamic, name: string): Dynamic {
  switch (name) {
    case "__mro__":
      return Tuple.from_iterable(mro_of(type));
    case "__bases__":
      return Tuple.from_iterable(bases_of(type));
    case "__base__":
      return bases_of(type)[0] ?? null;
    case "__annotations__":
      return annotations_of_class(type);
    case "__abstractmethods__":
      return abstract_names(type);
    case "mro":
      return () => [...mro_of(type)];
    case "__subclasses__":
      return () => subclasses_of(type);
    case "register":
      if (!(ABSTRACT in type) || "register" in type) break;
      return (cls: Dynamic): Dynamic => register_class(type, cls);
    case "__hash__":
      return hash_of_class(type);
    case "__init__":
      if (!("__init__" in type.prototype) && is_fillable(type)) return init_of_native(type);
      break;
    case "__new__":
      if (!("__new__" in type)) return type[NATIVE_NEW] ?? native_new(type);
  }
  const is_static = name in type && (!(name in Function.prototype) || has_static(type, name));
  if (is_static && !is_of_metaclass(type, name)) return of_class(type, name);
  const special = special_method(class_name(type), name);
  if (special !== null && class_module(type) === "builtins") return on_plain(special, name);
  const found = member_of_class(type.prototype, name);
  if (found !== MISSING) return found;
  const iterate: unknown = type.prototype?.[Symbol.iterator];
  if (name === "__iter__" && class_module(type) === "builtins" && typeof iterate === "function")
    return (self: Dynamic): Dynamic => Reflect.apply(iterate, self, []);
  return is_static ? of_class(type, name) : MISSING;
}

/** Methods as functions that take the object first, properties as objects. */
function member_of_class(prototype: Dynamic, name: string): Dynamic {
  if (prototype == null || name === "constructor" || !(name in prototype)) return MISSING;
  if (name in Object.prototype) return MISSING;
  const own = descriptor(prototype, name);
  if (own === undefined) return MISSING;
  if (own.get !== undefined || own.set !== undefined) return property_of(own);
  if (typeof own.value !== "function") return own.value ?? MISSING;
  return named_by_owner(as_function(own.value), prototype, name);
}

/** `Foo.method` in reprs and in the errors of calls. */
function named_by_owner(f: Function, prototype: object, name: string): Function {
  if (Object.hasOwn(f, "__qualname__") || Object.hasOwn(f, "__self__")) return f;
  let owner = prototype;
  while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
  if (!is_class(owner.constructor)) return f;
  const value = `${class_qualname(owner.constructor)}.${name}`;
  Object.defineProperty(f, "__qualname__", { value, configurable: true, writable: true });
  return f;
}

/** The metaclass's methods come behind everything that the class and its bases define. */
export function is_of_metaclass(type: Dynamic, name: string): boolean {
  const meta: Dynamic = type[METACLASS];
  if (meta === undefined) return false;
  for (let at: object | null = type; at !== null; at = Object.getPrototypeOf(at)) {
    if (at === meta.prototype) return true;
    if (Object.hasOwn(at, name)) return false;
  }
  return false;
}

function abstract_names(type: Dynamic): Dynamic {
  return METACLASS in type || ABSTRACT in type ? new FrozenSet(open_methods(type)) : MISSING;
}

/** None where a class defines equality alone. */
function hash_of_class(type: Dynamic): Dynamic {
  for (let at: Dynamic = type.prototype; at != null; at = Object.getPrototypeOf(at)) {
    if (Object.hasOwn(at, "__hash__"))
      return at.__hash__ === null ? null : as_function(at.__hash__);
    if (Object.hasOwn(at, "__eq__")) return null;
  }
  return type === PyObject ? (self: Dynamic): number => identity_hash(self) : hash_of_value;
}

/** What a built-in type hashes, whatever a class below it does. */
function hash_of_value(self: Dynamic): number {
  if (self instanceof Tuple) return hash(Tuple.from_iterable(self));
  const inner: unknown = unboxed(self);
  return inner === self && typeof self === "object" ? identity_hash(self) : hash(inner);
}

/** A static attribute; static and class methods keep the class that they were read from. */
function of_class(type: Dynamic, name: string): Dynamic {
  const found: unknown = type[name];
  const is_method = typeof found === "function" && !Object.hasOwn(found, "prototype");
  return is_method && is_class(type) ? bound(type, name) : found;
}

function descriptor(prototype: object | null, name: string): PropertyDescriptor | undefined {
  for (let type = prototype; type !== null; type = Object.getPrototypeOf(type)) {
    const found = Object.getOwnPropertyDescriptor(type, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
