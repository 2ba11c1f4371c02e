// Metaclasses: what a class does where an instance would have special methods: `len(cls)`, `for x in cls`, `cls[key]`.
import type { Dynamic } from "./dynamic.ts";

/**
 * A static property under which a class names its metaclass: a class whose methods take the class as `this`.
 * Subclasses inherit it. Classes without one are of class `type`.
 */
export const METACLASS: unique symbol = Symbol("metaclass");

/** The metaclass of a class, `null` for those of class `type`. */
export function metaclass_of(cls: Function): Function | null {
  const found: unknown = Reflect.get(cls, METACLASS);
  return typeof found === "function" ? found : null;
}

/** The method that the metaclass of a class gives it; `null` where there is none, and for values that are no class. */
export function metaclass_method(
  cls: unknown,
  name: string,
): ((...args: readonly Dynamic[]) => Dynamic) | null {
  if (typeof cls !== "function") return null;
  const metaclass = metaclass_of(cls);
  const found: unknown = metaclass === null ? undefined : Reflect.get(metaclass.prototype, name);
  return typeof found === "function" ? (...args) => Reflect.apply(found, cls, args) : null;
}
