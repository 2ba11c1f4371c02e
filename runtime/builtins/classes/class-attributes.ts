// Class attributes seen through instances: the class's value until the instance has its own.
import { is_class } from "../type-name.ts";
import type { Dynamic } from "../dynamic.ts";
import { is_descriptor, of_class, set_class_attribute } from "./set-class-attribute.ts";

/**
 * Lets instances of the class read its static `names`, as Python's attribute lookup does: through the class of
 * the instance, so that a subclass's value comes first. Assigning gives the instance its own. Functions and descriptors
 * that the body keeps in an attribute become what they are to instances.
 * Emitted as `static { class_attributes(this, "count"); }`.
 */
export function class_attributes(cls: Dynamic, ...names: readonly string[]): void {
  const values = names.map((name) => Object.getOwnPropertyDescriptor(cls, name));
  names.forEach((name, index) => {
    const own = values[index];
    if (own !== undefined && own.enumerable === true && is_special(own.value))
      set_class_attribute(cls, name, own.value);
    else Object.defineProperty(cls.prototype, name, of_class(name));
  });
  names.forEach((name, index) => tell_name(values[index]?.value, cls, name));
}

/** `value.__set_name__(cls, name)`, where the value asks for it. */
export function tell_name(value: Dynamic, cls: Dynamic, name: string): void {
  if (typeof value !== "object" || value === null) return;
  if (typeof value.__set_name__ === "function") value.__set_name__(cls, name);
}

/** A function, or an object that decides itself what it is as an attribute. */
function is_special(value: unknown): boolean {
  return typeof value === "function" ? !is_class(value) : is_descriptor(value);
}
