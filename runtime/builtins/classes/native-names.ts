// What every JavaScript function owns, which may also be the name of a class attribute: `name = "upper"`.
import type { Dynamic } from "../dynamic.ts";

const NATIVE: ReadonlySet<PropertyKey> = new Set([
  "length",
  "name",
  "prototype",
  "arguments",
  "caller",
]);

/** Whether the function's own property of that name is JavaScript's, not an attribute that the program gave it. */
export function is_of_javascript(f: Dynamic, name: PropertyKey): boolean {
  if (!NATIVE.has(name)) return false;
  if (name === "prototype") return true;
  const own = Object.getOwnPropertyDescriptor(f, name);
  return own === undefined || (own.get === undefined && own.writable !== true);
}

/** Whether the class or one above it has a static of that name that the program gave it. */
export function has_static(type: Dynamic, name: PropertyKey): boolean {
  for (
    let at: Dynamic = type;
    at !== null && at !== Function.prototype;
    at = Object.getPrototypeOf(at)
  )
    if (Object.hasOwn(at, name) && !is_of_javascript(at, name)) return true;
  return false;
}

/** A class between others in a chain: what it inherits is not hidden by what JavaScript gave it. */
export function uncover(type: Dynamic): void {
  for (const name of ["name", "length"])
    if (has_static(Object.getPrototypeOf(type), name)) Reflect.deleteProperty(type, name);
}
