// The namespace of a class: what its body defined, as Python keeps it.
import { as_function } from "../classes/method-forms.ts";
import { is_of_javascript } from "../classes/native-names.ts";
import { ClassMethod, Property, StaticMethod } from "../classes/property.ts";
import { descriptor_behind, is_shared } from "../classes/set-class-attribute.ts";
import { is_static_method } from "../classes/static-methods.ts";
import type { Dynamic } from "../dynamic.ts";
import { Dict } from "../mappings/dict.ts";
import { class_module } from "../type-name.ts";

/** `cls.__dict__`: a copy; methods as functions that take the object first. */
export function class_dict(type: Dynamic): Dict<string, Dynamic> {
  const found = new Dict<string, Dynamic>([["__module__", class_module(type)]]);
  for (const name of Object.getOwnPropertyNames(type)) {
    if (NAMES.has(name) || is_of_javascript(type, name)) continue;
    const own = Object.getOwnPropertyDescriptor(type, name);
    if (own !== undefined) found.set(name, value_of_static(own));
  }
  for (const name of Object.getOwnPropertyNames(type.prototype ?? {})) {
    const own = Object.getOwnPropertyDescriptor(type.prototype, name);
    if (name === "constructor" || name.startsWith("del ") || own === undefined) continue;
    if (!is_shared(own)) found.set(name, value_of_member(own));
  }
  return found;
}

function value_of_static({ value, get, enumerable }: PropertyDescriptor): Dynamic {
  if (get !== undefined) return descriptor_behind(get);
  const is_method = typeof value === "function" && enumerable !== true;
  if (!is_method) return value;
  return is_static_method(value) ? new StaticMethod(value) : new ClassMethod(as_function(value));
}

function value_of_member(own: PropertyDescriptor): Dynamic {
  if (own.get !== undefined || own.set !== undefined) return property_of(own);
  return typeof own.value === "function" ? as_function(own.value) : own.value;
}

const properties = new WeakMap<Function, Property>();

/** The property behind an accessor of a class: `Foo.name`. */
export function property_of({ get, set }: PropertyDescriptor): Dynamic {
  const behind: Dynamic = descriptor_behind(get);
  if (behind !== undefined) return behind;
  const key = get ?? set;
  let known = key === undefined ? undefined : properties.get(key);
  if (known === undefined) {
    known = new Property(
      get === undefined ? null : as_function(named_plainly(get)),
      set === undefined ? null : as_function(named_plainly(set)),
    );
    if (key !== undefined) {
      known.__name__ = key.name;
      properties.set(key, known);
    }
  }
  return known;
}

/** JavaScript calls accessors `get x` and `set x`. */
export function named_plainly(accessor: Function): Function {
  const value = accessor.name.replace(/^[gs]et /, "");
  if (value !== accessor.name)
    Object.defineProperty(accessor, "name", { value, configurable: true });
  return accessor;
}

const NAMES: ReadonlySet<string> = new Set(["__name__", "__module__", "__qualname__"]);
