// The name of a value's Python type, as error messages and reprs show it.
import { is_function_name } from "../signatures/functions.ts";
import { Float } from "./float.ts";
import { metaclass_of } from "./metaclass.ts";
import { Tuple } from "./tuple.ts";

/** `type(value).__name__`; with the module for those classes of the library whose C code says so (`__full_name__`). */
export function type_name(value: unknown): string {
  switch (typeof value) {
    case "string":
      return "str";
    case "number":
      return Number.isInteger(value) ? "int" : "float";
    case "bigint":
      return "int";
    case "boolean":
      return "bool";
    case "undefined":
      return "NoneType";
    case "function":
      if (!is_class(value)) return function_kind(value);
      return metaclass_name(value);
    case "symbol":
      return "object";
    case "object":
      return object_type_name(value);
  }
}

/** The type of a function: one of the program, a method bound to its object, or one of the built-ins. */
export function function_kind(f: Function): "function" | "method" | "builtin_function_or_method" {
  if (Object.hasOwn(f, "__func__")) return "method";
  if (Object.hasOwn(f, "__self__")) return "builtin_function_or_method";
  return is_builtin_function(f) ? "builtin_function_or_method" : "function";
}

/** By its name: a function of the program that is called as a built-in one is not told from it. */
function is_builtin_function(f: Function): boolean {
  return !Object.hasOwn(f, "__qualname__") && is_function_name(f.name);
}

function metaclass_name(cls: Function): string {
  const metaclass = metaclass_of(cls);
  return metaclass === null ? "type" : class_name(metaclass);
}

/** `cls.__name__`: declared by the class itself where the emitter had to rename it. */
export function class_name(type: Function): string {
  return own_text(type, "__name__") ?? (is_lambda(type) ? "<lambda>" : type.name);
}

/** JavaScript names an arrow function by the variable that gets it. */
function is_lambda(f: Function): boolean {
  return (
    f.prototype === undefined && /^(?:\(|[\w$]+ *=>)/.test(Function.prototype.toString.call(f))
  );
}

/** `cls.__qualname__`. */
export function class_qualname(type: Function): string {
  return own_text(type, "__qualname__") ?? class_name(type);
}

/** `cls.__module__`; classes of the program itself say nothing and live in `__main__`. */
export function class_module(type: Function): string {
  return own_text(type, "__module__") ?? "__main__";
}

/** Python's name of a class with its module, as reprs and tracebacks show it: built-ins go without one. */
export function class_full_name(type: Function): string {
  const module = class_module(type);
  return module === "builtins" ? class_qualname(type) : `${module}.${class_qualname(type)}`;
}

/** Whether a function is a class: an ES class, or a built-in type that is also called as a function. */
export function is_class(value: Function): boolean {
  if (Object.hasOwn(value, "__is_type__")) return true;
  const prototype = Object.getOwnPropertyDescriptor(value, "prototype");
  return (
    prototype !== undefined && prototype.writable === false && "constructor" in value.prototype
  );
}

function object_type_name(value: object | null): string {
  if (value === null) return "NoneType";
  if (value instanceof Float && value.constructor === Float) return "float";
  if (Array.isArray(value) && !(value instanceof Tuple) && value.constructor === Array)
    return "list";
  if (value instanceof Error && !("__traceback__" in value)) return value.name;
  const type: unknown = value.constructor;
  return typeof type === "function" && type !== Object && !is_native_iterator(value)
    ? (own_text(type, "__full_name__") ?? class_name(type))
    : native_name(value);
}

/** JavaScript's own iterators, whose class (`Iterator`, where the engine has it) says nothing. */
export function is_native_iterator(value: object): boolean {
  return Symbol.toStringTag in value && String(value[Symbol.toStringTag]) in NATIVE_ITERATORS;
}

const NATIVE_ITERATORS: Readonly<Record<string, string>> = {
  "Array Iterator": "list_iterator",
  "Map Iterator": "dict_keyiterator",
  "Set Iterator": "set_iterator",
  "String Iterator": "str_ascii_iterator",
};

function native_name(value: object): string {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  const iterator = NATIVE_ITERATORS[tag];
  if (iterator !== undefined) return iterator;
  if (tag === "Generator") return "generator";
  if (tag === "AsyncGenerator") return "async_generator";
  if (tag === "Module") return "module";
  return tag === "Object" ? "object" : tag;
}

type NameOfClass = "__module__" | "__name__" | "__qualname__" | "__full_name__";

function own_text(type: Function, name: NameOfClass): string | null {
  if (!Object.hasOwn(type, name)) return null;
  const text: unknown = Reflect.get(type, name);
  return typeof text === "string" ? text : null;
}

/** `type(value).__name__`, as messages of code written in Python have it: without the module of types written in C. */
export function bare_type_name(value: unknown): string {
  const name = type_name(value);
  return name.slice(name.lastIndexOf(".") + 1);
}
