// Setting an attribute of a class: what instances see of it depends on what kind of value it is.
import type { Dynamic } from "../dynamic.ts";
import { call } from "../calls/call.ts";
import { is_class } from "../type-name.ts";
import { refresh_links } from "./links.ts";
import { as_method, is_plain_function } from "./method-forms.ts";
import { ClassMethod, Property, StaticMethod } from "./property.ts";

/** Which property or descriptor stands behind an accessor of a prototype. */
const descriptors = new WeakMap<Function, Dynamic>();

/** The descriptor object behind a getter or setter that was made here. */
export function descriptor_behind(accessor: Function | undefined): Dynamic {
  return accessor === undefined ? undefined : descriptors.get(accessor);
}

/** `cls.name = value`, as Python's `type.__setattr__` does it: functions become methods, descriptors are asked. */
export function set_class_attribute(cls: Dynamic, name: string, value: Dynamic): void {
  const prototype: Dynamic = cls.prototype;
  if (is_plain_function(value)) {
    delete cls[name];
    define(prototype, name, as_method(value));
  } else if (value instanceof StaticMethod) {
    set_static(cls, name, value.__func__);
  } else if (value instanceof ClassMethod) {
    set_static(cls, name, as_method(value.__func__));
  } else if (value instanceof Property) {
    Object.defineProperty(cls, name, static_accessor(cls, name, value));
    Object.defineProperty(prototype, name, accessor(value, name));
  } else if (is_descriptor(value)) {
    Object.defineProperty(cls, name, static_accessor(cls, name, value));
    Object.defineProperty(prototype, name, accessor(value, name));
  } else {
    define(cls, name, value, true);
    Object.defineProperty(prototype, name, of_class(name));
  }
  refresh_links(cls, name);
}

/** `del cls.name`; whether there was one. */
export function delete_class_attribute(cls: Dynamic, name: string): boolean {
  const found = Object.hasOwn(cls, name) || Object.hasOwn(cls.prototype, name);
  delete cls[name];
  delete cls.prototype[name];
  refresh_links(cls, name);
  return found;
}

/** What instances see of a plain attribute of their class: its value there, until they have their own. */
export function of_class(name: string): PropertyDescriptor {
  const made: PropertyDescriptor & { readonly get: () => unknown } = {
    get(this: object): unknown {
      const owner = this.constructor;
      const value: unknown = Reflect.get(owner, name);
      // Static and class methods belong to the class, whoever they are called on.
      return is_static_method(owner, name, value) ? value.bind(owner) : value;
    },
    set(this: object, value: unknown): void {
      define(this, name, value, true);
    },
    enumerable: false,
    configurable: true,
  };
  shared.add(made.get);
  return made;
}

const shared = new WeakSet<Function>();

/** Whether it lets instances see an attribute of the class. */
export function is_shared({ get }: PropertyDescriptor): boolean {
  return get !== undefined && shared.has(get);
}

/** Whether an object decides itself what reading or setting it as an attribute means. */
export function is_descriptor(value: Dynamic): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    (typeof value.__get__ === "function" ||
      typeof value.__set__ === "function" ||
      typeof value.__delete__ === "function")
  );
}

/** Static and class methods have the syntax of methods: they are not enumerable and have no prototype. */
function is_static_method(owner: object, name: string, value: unknown): value is Function {
  if (typeof value !== "function" || Object.hasOwn(value, "prototype")) return false;
  if (is_class(value)) return false;
  for (let type: object | null = owner; type !== null; type = Object.getPrototypeOf(type)) {
    const found = Object.getOwnPropertyDescriptor(type, name);
    if (found !== undefined) return found.enumerable !== true;
  }
  return false;
}

function set_static(cls: Dynamic, name: string, f: Dynamic): void {
  define(cls, name, f);
  Object.defineProperty(cls.prototype, name, of_class(name));
}

function accessor(value: Dynamic, name: string): PropertyDescriptor {
  const made: PropertyDescriptor & { get: () => unknown; set: (value: unknown) => void } = {
    get(this: Dynamic): unknown {
      return typeof value.__get__ === "function"
        ? call(value.__get__.bind(value), this, this.constructor)
        : value;
    },
    set(this: Dynamic, stored: unknown): void {
      if (typeof value.__set__ === "function") value.__set__(this, stored);
      else define(this, name, stored, true);
    },
    enumerable: false,
    configurable: true,
  };
  descriptors.set(made.get, value);
  descriptors.set(made.set, value);
  return made;
}

/** Read on the class, a descriptor is asked without an object. */
function static_accessor(cls: object, name: string, value: Dynamic): PropertyDescriptor {
  const made = {
    get(this: unknown): unknown {
      return typeof value.__get__ === "function" ? value.__get__(null, this) : value;
    },
    set(this: Dynamic, stored: unknown): void {
      if (this === cls) delete this[name];
      set_class_attribute(this, name, stored);
    },
    enumerable: true,
    configurable: true,
  };
  descriptors.set(made.get, value);
  return made;
}

function define(object: object, name: string, value: unknown, enumerable = false): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable, configurable: true });
}
