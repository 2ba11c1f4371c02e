// call_method(): a method of something unknown, by name.
import { call } from "../calls/call.ts";
import { check_arity } from "../calls/arity.ts";
import { callable_kind } from "../calls/callable-kind.ts";
import { Coroutine } from "../coroutine.ts";
import type { Dynamic } from "../dynamic.ts";
import { apply_builtin, builtin_method, builtin_methods, overrides } from "./builtin-methods.ts";
import { callee_of_method } from "./bound.ts";
import { getattr } from "./getattr.ts";
import { is_native } from "./lookup.ts";

/**
 * `object.name(*args)`: methods of built-in types are functions of the receiver, those of classes are called on it;
 * a coroutine method gives a coroutine that has not started. AttributeError when there is none.
 */
export function call_method(object: Dynamic, name: string, ...args: readonly Dynamic[]): Dynamic {
  if (typeof object === "object" && object !== null && !Array.isArray(object)) {
    const method: unknown = object[name];
    if ("__getattribute__" in object) return call(getattr(object, name), ...args);
    if (typeof method === "function" && name !== "constructor" && !(name in Object.prototype)) {
      const is_generator_method = Object.hasOwn(GENERATOR_METHODS, name) && builtin_methods(object);
      const is_native_method = ArrayBuffer.isView(object) && is_native(object, name);
      if (!is_generator_method && !is_native_method) return apply(object, name, method, args);
    }
  }
  const methods = builtin_methods(object);
  const method = methods === null ? undefined : builtin_method(methods, name);
  if (method !== undefined && !is_static(name) && !overrides(object, name))
    return apply_builtin(object, method, name, args);
  return call(getattr(object, name), ...args);
}

/** These belong to the type, and take no receiver. */
function is_static(name: string): boolean {
  return name === "maketrans" || name === "fromhex" || name === "from_bytes";
}

function apply(object: Dynamic, name: string, method: Function, args: readonly Dynamic[]): Dynamic {
  if (args.length !== method.length)
    check_arity(method, args, () => callee_of_method(object, name, method));
  switch (callable_kind(method)) {
    case "coroutine_function":
      return new Coroutine(method as (...args: Dynamic[]) => PromiseLike<Dynamic>, args, object);
    case "class":
      return call(method as Dynamic, ...args);
    default:
      return Reflect.apply(method, object, args);
  }
}

/** Native generators have methods of these names with another meaning. */
const GENERATOR_METHODS = { throw: true, next: true, return: true } as const;
