// getattr, setattr, delattr, hasattr: attributes by name, with Python's errors.
import type { Dynamic } from "../dynamic.ts";
import { AttributeError, TypeError } from "../exceptions/index.ts";
import { Dict } from "../mappings/dict.ts";
import { metaclass_method } from "../metaclass.ts";
import { Tuple } from "../tuple.ts";
import { class_name, is_class, type_name } from "../type-name.ts";
import { lookup } from "./lookup.ts";
import { MISSING } from "./missing.ts";
import { type_of } from "./type-of.ts";
import { own_attributes } from "./own-attributes.ts";

/** `getattr(object, name)`, `getattr(object, name, default)`. AttributeError when there is neither. */
export function getattr(object: unknown, name: string, ...otherwise: readonly unknown[]): Dynamic {
  const value = find(object, check_name(name));
  if (value !== MISSING) return value;
  const fallback: unknown = hook(object, "__getattr__");
  if (fallback !== null) {
    if (otherwise.length === 0) return Reflect.apply(fallback as Function, object, [name]);
    try {
      return Reflect.apply(fallback as Function, object, [name]);
    } catch (error) {
      if (error instanceof AttributeError) return otherwise[0];
      throw error;
    }
  }
  if (otherwise.length > 0) return otherwise[0];
  throw missing(object, name);
}

/** `hasattr(object, name)`. */
export function hasattr(object: unknown, name: string): boolean {
  return getattr(object, name, MISSING) !== MISSING;
}

/** `setattr(object, name, value)`. AttributeError where the attribute can't be set. */
export function setattr(object: Dynamic, name: string, value: unknown): void {
  check_name(name);
  const own: unknown = hook(object, "__setattr__") ?? metaclass_method(object, "__setattr__");
  if (own !== null) return void Reflect.apply(own as Function, object, [name, value]);
  if (!is_open(object)) {
    if (find(object, name) === MISSING) throw closed(object, name);
    throw new AttributeError(`'${type_name(object)}' object attribute '${name}' is read-only`, {
      name,
      obj: object,
    });
  }
  if (!Reflect.set(object, name, value))
    throw new AttributeError(`property '${name}' of '${type_name(object)}' object has no setter`, {
      name,
      obj: object,
    });
}

/** `delattr(object, name)`. AttributeError when the object itself has no such attribute. */
export function delattr(object: Dynamic, name: string): void {
  check_name(name);
  const own: unknown = hook(object, "__delattr__") ?? metaclass_method(object, "__delattr__");
  if (own !== null) return void Reflect.apply(own as Function, object, [name]);
  if (!is_open(object)) throw closed(object, name);
  if (!Object.hasOwn(object, name)) throw missing(object, name);
  Reflect.deleteProperty(object, name);
}

/** What reading `object.name` raises when there is nothing of that name. */
export function missing(object: unknown, name: string): AttributeError {
  const details = { name, obj: object };
  if (typeof object === "function" && is_class(object))
    return new AttributeError(
      `type object '${class_name(object)}' has no attribute '${name}'`,
      details,
    );
  return new AttributeError(`'${type_name(object)}' object has no attribute '${name}'`, details);
}

function find(object: Dynamic, name: string): Dynamic {
  if (name === "__class__") return type_of(object);
  if (name === "__dict__" && is_open(object)) return new Dict(own_attributes(object));
  return lookup(object, name);
}

function check_name(name: unknown): string {
  if (typeof name === "string") return name;
  throw new TypeError(`attribute name must be string, not '${type_name(name)}'`);
}

/** A special method of the value's class. */
function hook(object: Dynamic, name: string): Function | null {
  if (typeof object !== "object" || object === null) return null;
  const found: unknown = object[name];
  return typeof found === "function" ? found : null;
}

/** Whether new attributes can be set. */
function is_open(object: unknown): object is object {
  if (typeof object === "function") return true;
  return (
    typeof object === "object" &&
    object !== null &&
    Object.isExtensible(object) &&
    !(Array.isArray(object) && (object.constructor === Array || object.constructor === Tuple))
  );
}

function closed(object: unknown, name: string): AttributeError {
  return new AttributeError(
    `'${type_name(object)}' object has no attribute '${name}' and no __dict__ for setting new attributes`,
    { name, obj: object },
  );
}
