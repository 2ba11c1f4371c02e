// super_of(B, x): the attributes of x as the classes behind B in its order of resolution define them.
import { builtin_method, builtin_methods } from "../attributes/builtin-methods.ts";
import { property_of } from "../attributes/class-dict.ts";
import { initialise_exception } from "../attributes/exception-init.ts";
import { bound_init_of_native, is_native } from "../attributes/native-init.ts";
import { object_method } from "../attributes/generic.ts";
import { mro_of } from "../attributes/mro.ts";
import { object_class_methods } from "../attributes/object-methods.ts";
import { callable_of, class_behind } from "../attributes/type-of.ts";
import type { Dynamic } from "../dynamic.ts";
import { AttributeError, BaseException, TypeError } from "../exceptions/index.ts";
import { PyObject } from "../attributes/object.ts";
import { is_of_javascript } from "./native-names.ts";
import { NATIVE_NEW } from "./native-new-key.ts";
import { is_shared } from "./set-class-attribute.ts";
import { copy_signature } from "../calls/signature.ts";
import { METACLASS } from "../metaclass.ts";
import { Tuple } from "../tuple.ts";
import { class_module, class_name, class_qualname, is_class, type_name } from "../type-name.ts";
import { on_plain, without_class } from "../attributes/on-plain.ts";
import { special_method } from "../attributes/special-methods.ts";

/**
 * `super()` in a method of `owner`, where the class of the object decides what comes next. Reading a method gives
 * it bound. TypeError when the object is none of the class.
 */
export function super_of(owner: Dynamic, self: Dynamic): Dynamic {
  const start = starting_class(owner, self);
  return new Proxy(new Super(), {
    get: (target: Dynamic, name) =>
      typeof name === "string" && name !== "constructor"
        ? find(owner, self, start, name)
        : target[name],
    set(_target, name, value) {
      return Reflect.set(self, name, value);
    },
    has: (_target, name) =>
      typeof name === "string" && !HOOKS.has(name) && search(owner, self, start, name) !== NOTHING,
  });
}

/** The type of such objects. */
// oxlint-disable-next-line typescript/no-extraneous-class -- a name to show
class Super {
  static readonly __name__: string = "super";
  static readonly __module__: string = "builtins";
}

/** Attributes of `super()` are found by the order alone. */
const HOOKS: ReadonlySet<string> = new Set([
  "__getattribute__",
  "__getattr__",
  "__setattr__",
  "__delattr__",
]);

/** Whose order it is: that of the object's class, or of the class itself in class methods. */
function starting_class(owner: Dynamic, self: Dynamic): Dynamic {
  if (typeof self === "function" && is_class(self)) {
    if (mro_of(self).includes(owner)) return self;
    const meta: Dynamic = (self as Dynamic)[METACLASS];
    if (meta !== undefined && mro_of(meta).includes(owner)) return meta;
  } else if (self !== null && self !== undefined) {
    const type: Dynamic = class_behind(self.constructor);
    if (mro_of(type).includes(owner)) return type;
  }
  if (typeof owner !== "function" || !is_class(owner))
    throw new TypeError(`super() argument 1 must be a type, not ${type_name(owner)}`);
  const shown =
    typeof self === "function" && is_class(self)
      ? `type ${class_name(self)}`
      : `instance of ${type_name(self)}`;
  const is_not = `is not an instance or subtype of type (${class_name(owner)})`;
  throw new TypeError(`super(type, obj): obj (${shown}) ${is_not}.`);
}

const NOTHING: unique symbol = Symbol("nothing");

function find(owner: Dynamic, self: Dynamic, start: Dynamic, name: string): Dynamic {
  const found = search(owner, self, start, name);
  if (found === NOTHING)
    throw new AttributeError(`'super' object has no attribute '${name}'`, { name });
  return found;
}

function search(owner: Dynamic, self: Dynamic, start: Dynamic, name: string): Dynamic {
  const order = mro_of(start);
  const is_instance = start !== self;
  for (const type of order.slice(order.indexOf(owner) + 1)) {
    if (name === "__new__" && is_object(type) && NATIVE_NEW in start) break;
    const found = is_instance ? of_instance(type, self, name) : of_class(type, self, name);
    if (found !== NOTHING) return found;
    const of_type = is_instance && is_builtin(type) ? of_builtin(self, name) : NOTHING;
    if (of_type !== NOTHING) return of_type;
  }
  if (name === "__class__") return self.constructor;
  if (name === "__new__" && NATIVE_NEW in start) return start[NATIVE_NEW];
  const of_type = Object.hasOwn(object_class_methods, name)
    ? object_class_methods[name]
    : undefined;
  const inherited = is_instance ? object_method(name) : (of_type ?? null);
  if (inherited !== null) return (...args: readonly Dynamic[]): Dynamic => inherited(self, ...args);
  return object_method(name) ?? NOTHING;
}

function of_instance(type: Dynamic, self: Dynamic, name: string): Dynamic {
  if (type === Array && name === "__init__") return callable_of(type).prototype.__init__.bind(self);
  if (type === Array || type === Tuple) return of_sequence(self, name);
  if (type === BaseException && name === "__init__")
    return (...args: readonly Dynamic[]): void => initialise_exception(self, args);
  if (name === "__init__" && is_native(type)) return bound_init_of_native(type, self);
  const own = Object.getOwnPropertyDescriptor(type.prototype, name);
  if (own !== undefined && name !== "constructor" && !is_shared(own)) {
    if (own.get !== undefined) return Reflect.apply(own.get, self, []);
    return typeof own.value === "function" && !is_class(own.value)
      ? bind(own.value, self, type)
      : own.value;
  }
  // Class attributes that no instance reads have no accessor.
  const shared = Object.getOwnPropertyDescriptor(type, name);
  if (shared === undefined || is_of_javascript(type, name)) return NOTHING;
  const value: Dynamic = Reflect.get(type, name, self.constructor);
  return typeof value === "function" && shared.enumerable !== true
    ? bind(value, self.constructor, type)
    : value;
}

/** Methods of lists and tuples are functions of the receiver. */
function of_sequence(self: Dynamic, name: string): Dynamic {
  const methods = builtin_methods(self);
  const method = methods === null ? undefined : builtin_method(methods, name);
  return method === undefined
    ? NOTHING
    : (...args: readonly Dynamic[]): Dynamic => method(self, ...args);
}

function is_object(type: Dynamic): boolean {
  return type === PyObject;
}

function is_builtin(type: Dynamic): boolean {
  return class_module(type) === "builtins";
}

/** What the built-in type itself makes of its special methods: asked of a plain value with the same contents. */
function of_builtin(self: Dynamic, name: string): Dynamic {
  const found = of_sequence(self, name);
  if (found !== NOTHING || name === "__init__") return found;
  const value = without_class(self);
  const special = value === self ? null : special_method(type_name(value), name);
  if (special === null) return NOTHING;
  const method = on_plain(special, name);
  return (...args: readonly Dynamic[]): Dynamic => method(self, ...args);
}

function of_class(type: Dynamic, self: Dynamic, name: string): Dynamic {
  const own = is_of_javascript(type, name)
    ? undefined
    : Object.getOwnPropertyDescriptor(type, name);
  if (own !== undefined) {
    const value: Dynamic = own.get === undefined ? own.value : Reflect.apply(own.get, self, []);
    return typeof value === "function" && !is_class(value) ? bind(value, self, type) : value;
  }
  const method = Object.getOwnPropertyDescriptor(type.prototype ?? {}, name);
  if (method === undefined || name === "constructor") return NOTHING;
  if (method.get !== undefined || method.set !== undefined) return property_of(method);
  return typeof method.value === "function"
    ? (receiver: Dynamic, ...args: readonly Dynamic[]) =>
        Reflect.apply(method.value, receiver, args)
    : method.value;
}

function bind(f: Function, self: Dynamic, type: Function): Function {
  const made: Function = f.bind(self);
  const qualname = { value: `${class_qualname(type)}.${f.name}` };
  Object.defineProperties(made, { __self__: { value: self }, __qualname__: qualname });
  copy_signature(f, made);
  return made;
}
