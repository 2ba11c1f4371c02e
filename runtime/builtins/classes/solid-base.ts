// The built-in class whose instances a class makes: what is inside of them, only its own constructor puts there.
import { callable_of } from "../attributes/type-of.ts";
import { PyObject } from "../attributes/object.ts";
import type { Dynamic } from "../dynamic.ts";

/**
 * `class Worker(Thread, Mixin)`: the built-in class that stands before others in the order of resolution. It ends the
 * prototype chain all the same. `null` where a built-in class is in the end that is a chain already.
 */
export function solid_before(at: number, order: readonly Function[]): Function | null {
  const end = at === -1 ? order.length : at;
  if (order.slice(end).some(is_solid)) return null;
  return order.slice(0, end).find(is_solid) ?? null;
}

/** A class with a constructor of its own, which `object` knows nothing of; those of these modules keep nothing in their instances. */
function is_solid(type: Function): boolean {
  if (type === PyObject || type.prototype instanceof PyObject) return false;
  const told: Dynamic = [type, callable_of(type)].find((each) => Object.hasOwn(each, "__module__"));
  return told !== undefined && !HOLLOW.has(String(told.__module__));
}

const HOLLOW: ReadonlySet<string> = new Set(["abc", "collections.abc", "typing"]);
