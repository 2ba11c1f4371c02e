// Attributes of values of built-in types: their methods live on the types, as functions of the receiver.
import { ByteArray } from "../bytes/byte-array.ts";
import { bytearray, bytes } from "../bytes/bytes-type.ts";
import { Bytes } from "../bytes/bytes.ts";
import type { Dynamic } from "../dynamic.ts";
import { Float } from "../float.ts";
import { async_generator } from "../iteration/async-generator.ts";
import { generator } from "../iteration/generator.ts";
import { is_async_generator, is_generator } from "../iteration/generator-state.ts";
import { plain } from "../primitive.ts";
import { note_method } from "../method-key.ts";
import { Tuple } from "../tuple.ts";
import { list } from "../sequences/list.ts";
import { tuple } from "../sequences/tuple-type.ts";
import { str } from "../text/str-type.ts";
import { int } from "../numbers/int-type.ts";
import { float } from "../numbers/float-type.ts";
import { check_arguments, fits_native } from "../calls/native-arguments.ts";
import { number_part } from "../numbers/parts.ts";
import { iterator_method, special_method } from "./special-methods.ts";
import { type_name } from "../type-name.ts";
import { address } from "../identity.ts";

type Methods = Readonly<Record<string, (...args: readonly Dynamic[]) => Dynamic>>;

/** The methods of a value's built-in type, as functions of the receiver; `null` for objects that have their own. */
export function builtin_methods(value: Dynamic): Methods | null {
  switch (typeof value) {
    case "string":
      return str as unknown as Methods;
    case "number":
      return (Number.isInteger(value) ? int : float) as unknown as Methods;
    case "bigint":
    case "boolean":
      return int as unknown as Methods;
    case "object":
      return value === null ? null : methods_of_object(value);
    default:
      return null;
  }
}

/** A method of a built-in type bound to the value, or a number's part; `undefined` when there is none. */
export function builtin_attribute(value: Dynamic, name: string): Dynamic {
  const methods = builtin_methods(value);
  const of_iterator = iterator_method(value, name);
  if (of_iterator !== null) return bind(value, of_iterator, name);
  const of_type = static_method(value, methods, name);
  if (of_type !== undefined) return of_type;
  if (methods === null) return undefined;
  const method = builtin_method(methods, name);
  if (method !== undefined) return bind(value, method, name);
  const special = special_method(native_name(value), name);
  if (special !== null) return bind(value, special, name);
  return number_part(plain(value), name);
}

/** A method that belongs to the type, read from a value of it: `"".maketrans`, `b"".fromhex`. */
function static_method(value: Dynamic, methods: Methods | null, name: string): Dynamic {
  if (name !== "maketrans" && name !== "fromhex" && name !== "from_bytes") return undefined;
  const type =
    value instanceof Bytes ? bytes : value instanceof ByteArray ? bytearray : (methods as Dynamic);
  if (type === null || !Object.hasOwn(type, name)) return undefined;
  const method: Methods[string] = (type as Dynamic)[name];
  return bind(value, (_, ...args) => method(...args), name);
}

/** The function of that name, but for what every JavaScript function has. */
export function builtin_method(methods: Methods, name: string): Methods[string] | undefined {
  if (!Object.hasOwn(methods, name) || name === "name" || name === "length" || name === "prototype")
    return undefined;
  const found: unknown = methods[name];
  return typeof found === "function" ? (found as Methods[string]) : undefined;
}

/** Whether a subclass of a built-in type has a method of its own under a name that the type has. */
export function overrides(value: Dynamic, name: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (is_generator(value) || is_async_generator(value)) return false;
  if (!Array.isArray(value)) return name in value && !(name in Object.prototype);
  if (value.constructor === Array || value.constructor === Tuple) return false;
  for (let type = Object.getPrototypeOf(value); type !== null; type = Object.getPrototypeOf(type)) {
    if (type === Array.prototype || type === Tuple.prototype) return false;
    if (Object.hasOwn(type, name)) return true;
  }
  return false;
}

function methods_of_object(value: object): Methods | null {
  if (Array.isArray(value)) return (value instanceof Tuple ? tuple : list) as unknown as Methods;
  if (is_generator(value)) return generator as unknown as Methods;
  if (is_async_generator(value)) return async_generator as unknown as Methods;
  const primitive = plain(value);
  if (primitive !== value) return builtin_methods(primitive);
  return value instanceof Float ? (float as unknown as Methods) : null;
}

/** `"a".upper` is `str.upper`, whatever class derives from `str`. */
function qualified(value: Dynamic, name: string): string {
  const type = native_name(value);
  return `${type === "bool" ? "int" : type}.${name}`;
}

/** The built-in type behind classes that derive from it. */
function native_name(value: Dynamic): string {
  if (Array.isArray(value)) return value instanceof Tuple ? "tuple" : "list";
  return value instanceof Float ? "float" : type_name(plain(value));
}

/** Calls a method of a built-in type. TypeError where it does not take so many arguments. */
export function apply_builtin(
  value: Dynamic,
  method: Methods[string],
  name: string,
  args: readonly Dynamic[],
): Dynamic {
  if (!fits_native(method, () => qualified(value, name), args))
    check_arguments(qualified(value, name), args);
  return method(value, ...args);
}

function bind(value: Dynamic, method: Methods[string], name: string): Dynamic {
  const __qualname__ = qualified(value, name);
  const bound = (...args: readonly Dynamic[]): Dynamic => apply_builtin(value, method, name, args);
  if (typeof value === "object" && value !== null) note_method(bound, value, method);
  return Object.assign(bound, {
    __self__: value,
    __name__: name,
    __qualname__,
    __repr__: () => `<built-in method ${name} of ${type_name(value)} object at ${address(value)}>`,
  });
}
