// Bound methods: each reading makes one of its own, equal to the others of the object; those of classes are kept.
import type { CalleeInfo } from "../calls/bind-arguments.ts";
import { callee_info } from "../calls/callee-info.ts";
import { copy_signature } from "../calls/signature.ts";
import { blocking, callable_kind } from "../calls/callable-kind.ts";
import { is_shared } from "../classes/set-class-attribute.ts";
import { function_behind } from "../classes/method-forms.ts";
import { is_static_method } from "../classes/static-methods.ts";
import type { Dynamic } from "../dynamic.ts";
import { unfaced } from "./method-face.ts";
import { note_method } from "../method-key.ts";
import { repr } from "../representation.ts";
import { class_qualname } from "../type-name.ts";

/** `object.method` as a value: remembers the object it belongs to. */
export function bound<T extends object, K extends keyof T & string>(object: T, name: K): T[K];
export function bound(object: object, name: string): Dynamic;
export function bound(object: Dynamic, name: string): Dynamic {
  const f: Dynamic = object[name];
  if (f === undefined && typeof object !== "function") return bound(object.constructor, name);
  if (typeof f === "function" && is_static_method(f)) return f;
  if (typeof object === "function") return kept(object, f, name);
  if (Object.hasOwn(object, name)) return unfaced(f); // a callable that the object holds
  // A static or class method, seen from an instance.
  if (is_of_class(object, name)) return bound(object.constructor, name);
  const method: Dynamic = bind(object, f, name);
  note_method(method, object, f);
  return method;
}

function is_of_class(object: object, name: string): boolean {
  for (let at: object | null = object; at !== null; at = Object.getPrototypeOf(at)) {
    const own = Object.getOwnPropertyDescriptor(at, name);
    if (own !== undefined) return is_shared(own);
  }
  return false;
}

const methods = new WeakMap<object, Map<string, { f: Function; method: Dynamic }>>();

/** Static methods are functions, which are one object. */
function kept(type: Function, f: Dynamic, name: string): Dynamic {
  let known = methods.get(type);
  if (known === undefined) {
    known = new Map();
    methods.set(type, known);
  }
  const found = known.get(name);
  if (found !== undefined && found.f === f) return found.method;
  const method: Dynamic = bind(type, f, name);
  known.set(name, { f, method });
  return method;
}

function bind(object: object, f: Dynamic, name: string): Dynamic {
  const method: Dynamic = f.bind(object);
  if (callable_kind(f) === "blocking") blocking(method);
  copy_signature(f, method);
  const details = {
    __self__: object,
    __func__: f,
    __name__: changed(f, "__name__") ?? name,
    __qualname__: changed(f, "__qualname__") ?? `${owner_name(object, name)}.${name}`,
    __repr__: () => `<bound method ${details.__qualname__} of ${repr(object)}>`,
  };
  return Object.assign(method, details);
}

/** `super().m` as a value that knows its parameters. */
export function bound_super(object: object, f: Dynamic): Dynamic {
  const method: Dynamic = bind(object, f, f.name);
  for (let type: Dynamic = object; type !== null; type = Object.getPrototypeOf(type))
    if (Object.hasOwn(type, f.name) && type[f.name] === f)
      method.__qualname__ = `${class_qualname(typeof type === "function" ? type : type.constructor)}.${f.name}`;
  return method;
}

/** What was set on the function that the method is made of. */
function changed(f: Function, name: "__name__" | "__qualname__"): Dynamic {
  const behind: Dynamic = function_behind(f);
  return behind === undefined || !Object.hasOwn(behind, name) ? undefined : behind[name];
}

/** How errors of a call name a method that is not bound; a callable that the object holds is no method. */
export function callee_of_method(object: object, name: string, f: Function): CalleeInfo {
  if (Object.hasOwn(object, name)) return callee_info(f);
  return { name: `${owner_name(object, name)}.${name}`, takes_self: true };
}

/** The class that defines the method. */
function owner_name(object: object, name: string): string {
  if (typeof object === "function") return class_qualname(object);
  let type: object = Object.getPrototypeOf(object);
  let builtin: Function | null = null;
  while (!Object.hasOwn(type, name) && Object.getPrototypeOf(type) !== null) {
    if (Object.hasOwn(type.constructor, "__module__")) builtin = type.constructor;
    type = Object.getPrototypeOf(type);
  }
  // What built-in types share stands in classes of our own, which have no name in Python.
  const is_shared = builtin !== null && !Object.hasOwn(type.constructor, "__module__");
  return class_qualname(is_shared && builtin !== null ? builtin : type.constructor);
}
