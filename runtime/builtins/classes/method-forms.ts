// A function to Python and to JavaScript: `f(self, x)` with the object first, or a method with the object as `this`.
import { callable_kind } from "../calls/callable-kind.ts";
import { copy_description } from "../calls/description.ts";
import { copy_with_receiver, copy_without_receiver } from "../calls/signature.ts";
import { blocking } from "../calls/callable-kind.ts";
import type { Dynamic } from "../dynamic.ts";
import { class_name, is_class } from "../type-name.ts";

const methods = new WeakMap<Function, Function>();
const functions = new WeakMap<Function, Function>();

/** The method that calls the function with its `this` as first argument; always the same for one function. */
export function as_method(f: Function): Function {
  const known = methods.get(f);
  if (known !== undefined) return known;
  const made = is_async(f) ? async_method(f) : plain_method(f);
  if (callable_kind(f) === "blocking") blocking(made);
  named(made, f);
  copy_without_receiver(f, made);
  copy_description(f, made, false);
  methods.set(f, made);
  functions.set(made, f);
  return made;
}

/** The function that takes the object first: `Foo.method`; always the same for one method. */
export function as_function(method: Function): Function {
  const known = functions.get(method);
  if (known !== undefined) return known;
  const made = is_async(method)
    ? async (self: Dynamic, ...args: readonly Dynamic[]): Promise<Dynamic> =>
        Reflect.apply(method, self, args)
    : (self: Dynamic, ...args: readonly Dynamic[]): Dynamic => Reflect.apply(method, self, args);
  if (callable_kind(method) === "blocking") blocking(made);
  named(made, method);
  Object.defineProperty(made, "length", { value: method.length + 1, configurable: true });
  copy_with_receiver(method, made);
  copy_description(method, made, true);
  functions.set(method, made);
  methods.set(made, method);
  return made;
}

/** The function that stands for the method where it is one with the object first, if anything asked for it. */
export function function_behind(method: Function): Function | undefined {
  return functions.get(method);
}

/** Whether the method was made of a function by `as_method`. */
export function is_made_of_function(method: Function): boolean {
  return functions.has(method);
}

/** A function of Python, which a class binds to its instances: no class, no bound method, no built-in. */
export function is_plain_function(value: unknown): value is Function {
  return typeof value === "function" && !is_class(value) && !Object.hasOwn(value, "__self__");
}

function is_async(f: Function): boolean {
  const kind = callable_kind(f);
  return kind === "coroutine_function" || kind === "blocking";
}

function async_method(f: Dynamic): Function {
  return {
    async method(this: Dynamic, ...args: readonly Dynamic[]): Promise<Dynamic> {
      return await f(this, ...args);
    },
  }.method;
}

function plain_method(f: Dynamic): Function {
  return {
    method(this: Dynamic, ...args: readonly Dynamic[]): Dynamic {
      return f(this, ...args);
    },
  }.method;
}

/** The copy bears the names of what it stands for. */
function named(copy: Function, original: Dynamic): void {
  Object.defineProperty(copy, "name", { value: original.name, configurable: true });
  if (!Object.hasOwn(copy, "__name__"))
    Object.defineProperty(copy, "__name__", {
      value: class_name(original),
      configurable: true,
      writable: true,
    });
  for (const key of ["__name__", "__qualname__", "__doc__", "__wrapped__", "__isabstractmethod__"])
    if (Object.hasOwn(original, key))
      Object.defineProperty(copy, key, {
        value: original[key],
        configurable: true,
        writable: true,
        enumerable: true,
      });
}
