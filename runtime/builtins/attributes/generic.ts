// Reading, setting and deleting attributes as `object` does it: no hooks of the class are asked.
import { refresh_links } from "../classes/links.ts";
import {
  delete_class_attribute,
  descriptor_behind,
  is_shared,
  set_class_attribute,
} from "../classes/set-class-attribute.ts";
import type { Dynamic } from "../dynamic.ts";
import { AttributeError, TypeError } from "../exceptions/index.ts";
import { Tuple } from "../tuple.ts";
import { class_name, is_class, type_name } from "../type-name.ts";
import { dict_of, InstanceDict } from "./instance-dict.ts";
import { frozen_slot, keep_frozen } from "./frozen-slot.ts";
import { deleter_name } from "./deleter.ts";
import { lookup } from "./lookup.ts";
import { faced } from "./method-face.ts";
import { MISSING } from "./missing.ts";
import { object_methods } from "./object-methods.ts";
import { set_function_attribute } from "./set-function-attribute.ts";
import { all_slots, has_dict, slots_refuse } from "./slots.ts";
import { type_of } from "./type-of.ts";

type ObjectMethod = (self: Dynamic, ...args: readonly Dynamic[]) => Dynamic;

/** The attribute, or `MISSING`. */
export function generic_find(object: Dynamic, name: string): Dynamic {
  if (name === "__class__") return type_of(object);
  if (name === "__dict__" && is_open(object) && has_dict(object)) return dict_of(object);
  const found = lookup(object, name);
  if (found !== MISSING || object == null) return found;
  if (typeof object === "function")
    return (is_class(object) ? object_method(name) : null) ?? MISSING;
  const inherited = typeof object === "object" ? object_method(name) : null;
  if (inherited === null) return MISSING;
  return (...args: readonly Dynamic[]): Dynamic => inherited(object, ...args);
}

/** `object.__getattribute__(x, name)`. AttributeError when there is none. */
export function generic_get(object: Dynamic, name: string): Dynamic {
  const value = generic_find(object, name);
  if (value === MISSING) throw missing(object, name);
  return value;
}

/** `object.__setattr__(x, name, value)`. AttributeError where the attribute can't be set. */
export function generic_set(object: Dynamic, name: string, value: unknown): void {
  if (!is_open(object)) {
    // A setter of the class is asked all the same.
    const setter = object instanceof Object ? accessor_of(object, name)?.set : undefined;
    if (setter !== undefined) return void Reflect.apply(setter, object, [value]);
    throw refused(object, name);
  }
  if (typeof object === "function" && is_class(object)) {
    if (is_built_in(object)) throw immutable(object, name);
    set_class_attribute(object, name, value);
  } else if (typeof object === "function" && name !== "__dict__" && name !== "__class__") {
    set_function_attribute(object, name, value);
  } else if (name === "__class__") {
    Object.setPrototypeOf(object, (value as Dynamic).prototype);
  } else if (name === "__dict__") {
    InstanceDict.of(object).replace(value as Dynamic);
  } else if (Object.hasOwn(object, frozen_slot(name))) {
    keep_frozen(object, name, value);
  } else if (slots_refuse(object, name)) {
    throw refused(object, name);
  } else if (!Reflect.set(object, name, faced(object, name, value))) {
    throw new AttributeError(`property '${name}' of '${type_name(object)}' object has no setter`, {
      name,
      obj: object,
    });
  }
}

/** `object.__delattr__(x, name)`. AttributeError when the object itself has no such attribute. */
export function generic_delete(object: Dynamic, name: string): void {
  if (!is_open(object)) throw refused(object, name);
  if (typeof object === "function" && is_class(object)) {
    if (!delete_class_attribute(object, name)) throw missing(object, name);
    refresh_links(object, name);
    return;
  }
  if (Object.hasOwn(object, name)) {
    Reflect.deleteProperty(object, name);
    return;
  }
  const deleter: unknown = (object as Dynamic)[deleter_name(name)];
  if (typeof deleter === "function") return void Reflect.apply(deleter, object, []);
  const accessor = accessor_of(object, name);
  const behind: Dynamic = descriptor_behind(accessor?.get);
  if (typeof behind?.__delete__ === "function") return behind.__delete__(object);
  if (accessor !== undefined && behind === undefined && !is_shared(accessor))
    throw new AttributeError(`property '${name}' of '${type_name(object)}' object has no deleter`);
  if (all_slots(object)?.has(name) === true) throw new AttributeError(name, { name, obj: object });
  throw missing(object, name);
}

/** A method that every object has by `object`; it takes the object first. */
export function object_method(name: string): ObjectMethod | null {
  switch (name) {
    case "__getattribute__":
      return generic_get;
    case "__setattr__":
      return generic_set;
    case "__delattr__":
      return generic_delete;
    default:
      return Object.hasOwn(object_methods, name) ? (object_methods[name] ?? null) : null;
  }
}

/** What reading `object.name` raises when there is nothing of that name. */
export function missing(object: unknown, name: string): AttributeError {
  const details = { name, obj: object };
  if (typeof object === "function" && is_class(object))
    return new AttributeError(
      `type object '${class_name(object)}' has no attribute '${name}'`,
      details,
    );
  const module = module_name(object);
  if (module !== null)
    return new AttributeError(`module '${module}' has no attribute '${name}'`, details);
  return new AttributeError(`'${type_name(object)}' object has no attribute '${name}'`, details);
}

/** Of a namespace that says what Python calls it. */
function module_name(object: unknown): string | null {
  if (typeof object !== "object" || object === null || !("__name__" in object)) return null;
  return type_name(object) === "module" ? String(object.__name__) : null;
}

/** Whether new attributes can be set. */
function is_open(object: unknown): object is object {
  if (typeof object === "function") return true;
  return (
    typeof object === "object" &&
    object !== null &&
    Object.isExtensible(object) &&
    !is_closed_class(object.constructor)
  );
}

/** Objects of built-in types themselves have no `__dict__`, those of classes below them do. */
function is_closed_class(type: unknown): boolean {
  return (
    type === Array ||
    type === Tuple ||
    (typeof type === "function" &&
      Object.hasOwn(type, "__name__") &&
      CLOSED.has((type as Dynamic).__name__) &&
      (type as Dynamic).__module__ === "builtins")
  );
}

const CLOSED: ReadonlySet<string> = new Set(
  "dict set frozenset bytes bytearray range complex float slice object generator coroutine".split(
    " ",
  ),
);

function refused(object: unknown, name: string): AttributeError {
  const details = { name, obj: object };
  const is_there = lookup(object, name) !== MISSING;
  return new AttributeError(
    is_there
      ? `'${type_name(object)}' object attribute '${name}' is read-only`
      : `'${type_name(object)}' object has no attribute '${name}' and no __dict__ for setting new attributes`,
    details,
  );
}

function is_built_in(type: Function): boolean {
  return Object.hasOwn(type, "__module__") && (type as Dynamic).__module__ === "builtins";
}

function immutable(type: Function, name: string): TypeError {
  return new TypeError(`cannot set '${name}' attribute of immutable type '${class_name(type)}'`);
}

function accessor_of(object: object, name: string): PropertyDescriptor | undefined {
  for (
    let type = Object.getPrototypeOf(object);
    type !== null;
    type = Object.getPrototypeOf(type)
  ) {
    const found = Object.getOwnPropertyDescriptor(type, name);
    if (found !== undefined)
      return found.get === undefined && found.set === undefined ? undefined : found;
  }
  return undefined;
}
