// Where an attribute is found: on the instance, its class and their bases; methods come bound.
import type { Dynamic } from "../dynamic.ts";
import { BaseException } from "../exceptions/index.ts";
import { is_class } from "../type-name.ts";
import { bound } from "./bound.ts";
import { builtin_attribute, overrides } from "./builtin-methods.ts";
import { class_attribute, is_of_metaclass } from "./class-attribute.ts";
import { annotations_of_class } from "../classes/annotations.ts";
import { MISSING } from "./missing.ts";

/** The attribute of a value, or `MISSING`; `__getattr__` is not asked. */
export function lookup(value: Dynamic, name: string): Dynamic {
  if (typeof value === "function") return class_attribute(value, name);
  const special = overrides(value, name) ? undefined : builtin_attribute(value, name);
  if (special !== undefined) return special;
  if (typeof value !== "object" || value === null) return MISSING;
  if (Object.hasOwn(value, name)) {
    const own: unknown = value[name];
    return is_unbound(value, own) || is_native_field(value, name) ? MISSING : own;
  }
  if (name in value && !is_native(value, name)) {
    const found: unknown = value[name];
    return typeof found === "function" && !is_class(found) ? bound(value, name as never) : found;
  }
  return from_class(value, name);
}

/** A variable that its module has not bound. */
export function is_unbound(object: object, own: unknown): boolean {
  return own === undefined && Object.prototype.toString.call(object) === "[object Module]";
}

/** Class attributes and static methods, seen from an instance. */
function from_class(value: Dynamic, name: string): Dynamic {
  const type: unknown = value.constructor;
  if (typeof type !== "function" || type === Object || Array.isArray(value)) return MISSING;
  if (name === "__annotations__") return annotations_of_class(type);
  return name in Function.prototype ? MISSING : (inherited_static(type, name) ?? MISSING);
}

function inherited_static(type: Dynamic, name: string): Dynamic {
  if (!(name in type) || is_of_metaclass(type, name)) return undefined;
  const found: unknown = type[name];
  return typeof found === "function" && !is_class(found) ? bound(type, name as never) : found;
}

/** What JavaScript puts on every object or array is not there for Python. */
export function is_native(value: object, name: string): boolean {
  if (name === "constructor") return true;
  // A message that the program has set is its own, and a group's is Python's.
  if (value instanceof BaseException && (name === "message" || name === "name"))
    return owner_of(value, name) === BaseException.prototype;
  if (ArrayBuffer.isView(value)) return owner_of(value, name) === TypedArrayPrototype;
  // Asking may run code of the program.
  if (!(name in (Array.isArray(value) ? Array.prototype : Object.prototype))) return false;
  const found: unknown = Reflect.get(value, name);
  return (
    found === Reflect.get(Object.prototype, name) ||
    (Array.isArray(value) &&
      name in Array.prototype &&
      found === Reflect.get(Array.prototype, name))
  );
}

const TypedArrayPrototype: object | null = Object.getPrototypeOf(Uint8Array.prototype);

function owner_of(value: object, name: string): object | null {
  let owner: object | null = value;
  while (owner !== null && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
  return owner;
}

/** Fields that JavaScript gives its errors and arrays. */
function is_native_field(value: object, name: string): boolean {
  if (value instanceof BaseException) return name === "stack";
  return Array.isArray(value) && (name === "length" || /^\d+$/.test(name));
}
