// getattr, setattr, delattr, hasattr: attributes by name, with Python's errors and a class's own hooks.
import type { Dynamic } from "../dynamic.ts";
import { as_exception } from "../exceptions/as-exception.ts";
import { AttributeError, TypeError } from "../exceptions/index.ts";
import { metaclass_method } from "../metaclass.ts";
import { is_class, type_name } from "../type-name.ts";
import { generic_delete, generic_find, generic_set, missing } from "./generic.ts";
import { is_unbound } from "./lookup.ts";
import { unfaced } from "./method-face.ts";
import { MISSING } from "./missing.ts";

/** `getattr(object, name)`, `getattr(object, name, default)`. AttributeError when there is neither. */
export function getattr(object: Dynamic, name: string, ...otherwise: readonly unknown[]): Dynamic {
  if (is_own(object, name)) {
    const own: unknown = object[name];
    if (!is_unbound(object, own)) return unfaced(own);
  }
  check_name(name);
  const hooked = hook(object, "__getattribute__");
  const fallback = hook(object, "__getattr__");
  try {
    if (hooked !== null || fallback !== null) return asked(object, name, hooked, fallback);
    const value = generic_find(object, name);
    if (value !== MISSING) return value;
  } catch (error) {
    if (otherwise.length > 0 && as_exception(error) instanceof AttributeError) return otherwise[0];
    throw error;
  }
  if (otherwise.length > 0) return otherwise[0];
  throw missing(object, name);
}

/** What most reads find: the object's own, where nothing of its class could come between. */
function is_own(object: Dynamic, name: string): boolean {
  return (
    typeof object === "object" &&
    object !== null &&
    Object.hasOwn(object, name) &&
    !Array.isArray(object) &&
    !(object instanceof Error) &&
    !("__getattribute__" in object)
  );
}

/** `__getattribute__` first, `__getattr__` for what that does not find. */
function asked(
  object: unknown,
  name: string,
  hooked: Function | null,
  fallback: Function | null,
): Dynamic {
  try {
    if (hooked !== null) return Reflect.apply(hooked, object, [name]);
    const value = generic_find(object, name);
    if (value !== MISSING) return value;
  } catch (error) {
    if (fallback === null || !(error instanceof AttributeError)) throw error;
  }
  if (fallback === null) throw missing(object, name);
  return Reflect.apply(fallback, object, [name]);
}

/** `hasattr(object, name)`. */
export function hasattr(object: unknown, name: string): boolean {
  return getattr(object, name, MISSING) !== MISSING;
}

/** `setattr(object, name, value)`. AttributeError where the attribute can't be set. */
export function setattr(object: Dynamic, name: string, value: unknown): void {
  check_name(name);
  const own = hook(object, "__setattr__") ?? metaclass_method(object, "__setattr__");
  if (own !== null) return void Reflect.apply(own, object, [name, value]);
  generic_set(object, name, value);
}

/** `delattr(object, name)`. AttributeError when the object itself has no such attribute. */
export function delattr(object: Dynamic, name: string): void {
  check_name(name);
  const own = hook(object, "__delattr__") ?? metaclass_method(object, "__delattr__");
  if (own !== null) return void Reflect.apply(own, object, [name]);
  generic_delete(object, name);
}

function check_name(name: unknown): string {
  if (typeof name === "string") return name;
  throw new TypeError(`attribute name must be string, not '${type_name(name)}'`);
}

/** A special method of the value's class; for a class, of its metaclass. */
function hook(object: Dynamic, name: string): Function | null {
  if (object === null || (typeof object !== "object" && !is_class_value(object))) return null;
  if (!(name in object)) return null;
  const found: unknown = object[name];
  return typeof found === "function" ? found : null;
}

function is_class_value(object: unknown): boolean {
  return typeof object === "function" && is_class(object);
}

export { missing } from "./generic.ts";
