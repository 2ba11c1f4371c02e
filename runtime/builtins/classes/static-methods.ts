// Which functions of classes are static methods: the others that a class itself has get the class.
import type { Dynamic } from "../dynamic.ts";
import { class_qualname } from "../type-name.ts";

const functions = new WeakSet<Function>();

/**
 * Tells which methods of the class are static: read as values they are plain functions, the same from everywhere.
 * Emitted as `static { static_methods(this, "parse"); }` where somebody reads one without calling it.
 */
export function static_methods(cls: Dynamic, ...names: readonly string[]): void {
  for (const name of names) {
    const f: Dynamic = cls[name];
    functions.add(f);
    if (Object.hasOwn(f, "__qualname__")) continue;
    const value = `${class_qualname(cls)}.${name}`;
    Object.defineProperty(f, "__qualname__", { value, writable: true, configurable: true });
  }
}

export function is_static_method(f: Function): boolean {
  return functions.has(f);
}
