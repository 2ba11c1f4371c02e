// The bases of a class and its method resolution order.
import type { Dynamic } from "../dynamic.ts";
import { PyObject } from "./object.ts";

/** `cls.__mro__`: a class that the emitter linearised says so itself; else the chain of prototypes, `object` last. */
export function mro_of(type: Dynamic): readonly Function[] {
  const chain: Function[] = [];
  for (let next: Dynamic = type; is_python_class(next); next = Object.getPrototypeOf(next)) {
    if (Object.hasOwn(next, "__mro_entries__")) {
      for (const entry of next.__mro_entries__ as readonly Function[])
        if (!chain.includes(entry)) chain.push(entry);
    } else if (next !== PyObject) chain.push(next);
  }
  return [...chain.filter((entry) => entry !== PyObject), PyObject];
}

/** `cls.__bases__`. */
export function bases_of(type: Dynamic): readonly Function[] {
  if (Object.hasOwn(type, "__bases__")) return type.__bases__ as readonly Function[];
  const parent: unknown = Object.getPrototypeOf(type);
  if (type === PyObject) return [];
  return is_python_class(parent) ? [parent as Function] : [PyObject];
}

/** JavaScript's own bases (`Error`, `Array`, `Number`) are not Python's. */
function is_python_class(type: unknown): boolean {
  return (
    typeof type === "function" &&
    type !== Function.prototype &&
    type !== Error &&
    type !== Array &&
    type !== Number &&
    type !== Object
  );
}
