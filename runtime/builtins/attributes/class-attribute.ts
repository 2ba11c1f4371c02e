// Attributes of functions and classes: their names, bases and statics, and a class's methods unbound.
import type { Dynamic } from "../dynamic.ts";
import { Tuple } from "../tuple.ts";
import { class_module, class_name, class_qualname, is_class } from "../type-name.ts";
import { bound } from "./bound.ts";
import { MISSING } from "./missing.ts";
import { bases_of, mro_of } from "./mro.ts";

const unbound_methods = new WeakMap<Function, Function>();

/** The attribute of a function or class, or `MISSING`. */
export function class_attribute(f: Dynamic, name: string): Dynamic {
  if (Object.hasOwn(f, name) && !NATIVE.has(name)) return of_class(f, name);
  switch (name) {
    case "__name__":
      return class_name(f) || "<lambda>";
    case "__qualname__":
      return class_qualname(f) || "<lambda>";
    case "__module__":
      return class_module(f);
    case "__doc__":
      return name in f ? f[name] : null;
  }
  if (!is_class(f)) return name in f && !(name in Function.prototype) ? f[name] : MISSING;
  return attribute_of_class(f, name);
}

function attribute_of_class(type: Dynamic, name: string): Dynamic {
  if (name === "__mro__") return Tuple.from_iterable(mro_of(type));
  if (name === "__bases__") return Tuple.from_iterable(bases_of(type));
  if (name in type && !(name in Function.prototype)) return of_class(type, name);
  const prototype: Dynamic = type.prototype;
  if (prototype === undefined || name === "constructor" || !(name in prototype)) return MISSING;
  if (name in Object.prototype) return MISSING;
  const found: Dynamic = descriptor(prototype, name)?.value;
  return typeof found === "function" ? unbound(found) : (found ?? MISSING);
}

/** A static attribute; static and class methods keep the class that they were read from. */
function of_class(type: Dynamic, name: string): Dynamic {
  const found: unknown = type[name];
  const is_method = typeof found === "function" && !Object.hasOwn(found, "prototype");
  return is_method && is_class(type) ? bound(type, name) : found;
}

/** `Foo.method`: a function that takes the instance first. */
function unbound(method: Function): Function {
  let found = unbound_methods.get(method);
  if (found === undefined) {
    found = (self: unknown, ...args: readonly unknown[]): unknown =>
      Reflect.apply(method, self, args);
    Object.defineProperty(found, "name", { value: method.name });
    unbound_methods.set(method, found);
  }
  return found;
}

function descriptor(prototype: object | null, name: string): PropertyDescriptor | undefined {
  for (let type = prototype; type !== null; type = Object.getPrototypeOf(type)) {
    const found = Object.getOwnPropertyDescriptor(type, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What every JavaScript function owns. */
const NATIVE: ReadonlySet<string> = new Set(["length", "name", "prototype", "arguments", "caller"]);
