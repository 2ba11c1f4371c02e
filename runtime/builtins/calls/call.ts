// call(): a call of something unknown, as Python calls it.
import { new_instance } from "../classes/new-instance.ts";
import { Coroutine } from "../coroutine.ts";
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/index.ts";
import { metaclass_method } from "../metaclass.ts";
import { type_name } from "../type-name.ts";
import { check_arity, takes } from "./arity.ts";
import { callable_kind } from "./callable-kind.ts";
import { callee_info } from "./callee-info.ts";

/**
 * `f(*args)`: functions and bound methods are called, classes instantiated, coroutine functions give a
 * coroutine that has not started, objects go by `__call__`. TypeError for what can't be called.
 */
export function call<A extends readonly unknown[], R>(
  f: (...args: A) => Promise<R>,
  ...args: A
): Coroutine<R>;
export function call<A extends readonly unknown[], R>(f: (...args: A) => R, ...args: A): R;
export function call(f: { readonly __new__: Dynamic }, ...args: readonly Dynamic[]): Dynamic;
export function call<A extends readonly unknown[], R>(f: new (...args: A) => R, ...args: A): R;
export function call(f: Dynamic, ...args: readonly Dynamic[]): Dynamic;
export function call(f: Dynamic, ...args: readonly Dynamic[]): Dynamic {
  if (typeof f === "function") return call_function(f, args);
  const method: Dynamic = f?.__call__;
  if (typeof method !== "function" || typeof f !== "object")
    throw new TypeError(`'${type_name(f)}' object is not callable`);
  if (args.length !== method.length) check_arity(method, args, () => callee_info(f));
  return callable_kind(method) === "coroutine_function"
    ? new Coroutine(method, args, f)
    : Reflect.apply(method, f, args);
}

/** The same as a plain function, for those who call it many times with `count` arguments: `map`, `sorted`, `filter`. Without a count nobody checks what it takes. */
export function as_function(
  f: Dynamic,
  count: number | null = null,
): (...args: readonly Dynamic[]) => Dynamic {
  if (typeof f === "function" && callable_kind(f) === "function")
    if (count === null || takes(f, count)) return f;
  return (...args) => call(f, ...args);
}

function call_function(f: Dynamic, args: readonly Dynamic[]): Dynamic {
  if (args.length !== f.length) check_arity(f, args);
  switch (callable_kind(f)) {
    case "function":
    case "blocking":
      return f(...args);
    case "class":
      return instance(f, args);
    case "coroutine_function":
      return new Coroutine(f, args);
  }
}

/** A metaclass may decide what calling the class means; an abstract class has no instances. */
function instance(type: Dynamic, args: readonly Dynamic[]): Dynamic {
  const own = metaclass_method(type, "__call__");
  return own === null ? new_instance(type, args) : own(...args);
}
