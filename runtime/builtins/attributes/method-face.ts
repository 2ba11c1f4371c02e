// Objects with `__call__` that a program puts in place of a library object's method: the library calls a function.
import { call } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";

const STANDS_FOR: unique symbol = Symbol("stands for");

/** What is stored: the value, or a function that calls it where the library has a method of that name. */
export function faced(object: object, name: string, value: Dynamic): unknown {
  if (typeof value !== "object" || value === null || !("__call__" in value)) return value;
  if (!is_library_method(object, name)) return value;
  const face = (...args: readonly Dynamic[]): Dynamic => call(value, ...args);
  return Object.defineProperty(face, STANDS_FOR, { value });
}

/** What the program reads: the object again. */
export function unfaced(value: Dynamic): Dynamic {
  return typeof value === "function" && STANDS_FOR in value ? value[STANDS_FOR] : value;
}

function is_library_method(object: object, name: string): boolean {
  for (let at: object | null = Object.getPrototypeOf(object); at !== null;) {
    const own = Object.getOwnPropertyDescriptor(at, name);
    if (own !== undefined)
      return typeof own.value === "function" && Object.hasOwn(at.constructor, "__module__");
    at = Object.getPrototypeOf(at);
  }
  return false;
}
