// repr(), ascii() and the text of str(): built-in values here, all others by their own __repr__ and __str__.
import { fail } from "./failure.ts";
import { Float } from "./float.ts";
import { address } from "./identity.ts";
import { metaclass_method } from "./metaclass.ts";
import { float_repr } from "./numbers/float-repr.ts";
import { int_text } from "./numbers/int-text.ts";
import { plain, PRIMITIVE } from "./primitive.ts";
import { quote, escape_character } from "./text/quote.ts";
import { Tuple } from "./tuple.ts";
import {
  class_full_name,
  class_qualname,
  function_kind,
  is_class,
  is_native_iterator,
  type_name,
} from "./type-name.ts";

/** `repr(value)`. TypeError when a `__repr__` returns something else than a string. */
export function repr(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return Number.isInteger(value) ? String(value === 0 ? 0 : value) : float_repr(value);
    case "boolean":
      return value ? "True" : "False";
    case "bigint":
      return int_text(value);
    case "undefined":
      return "None";
    case "function":
      return repr_function(value);
    case "symbol":
      return value.description ?? "<symbol>";
    case "object":
      return value === null ? "None" : repr_object(value);
  }
}

/** `str(value)`: what `print` and f-strings show. TypeError when a `__str__` returns something else than a string. */
export function text_of(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return repr(value);
  if ("__str__" in value && typeof value.__str__ === "function") {
    return checked(value.__str__(), "__str__");
  }
  const primitive = plain(value);
  return typeof primitive === "string" ? primitive : repr_object(value);
}

/** `ascii(value)`: its repr with everything beyond ASCII escaped. */
export function ascii(value: unknown): string {
  return repr(value).replace(/[\u0080-\u{10ffff}]/gu, escape_character);
}

const active = new Set<object>();

/**
 * The repr of a container by `body`; `placeholder` (such as `[...]`) where the container lies inside itself.
 * Every container's `__repr__` goes through here.
 */
export function repr_guarded(container: object, placeholder: string, body: () => string): string {
  if (active.has(container)) return placeholder;
  active.add(container);
  try {
    return body();
  } finally {
    active.delete(container);
  }
}

/** The reprs of the items, with commas between. */
export function repr_items(items: readonly unknown[]): string {
  let text = "";
  for (let index = 0; index < items.length; index++) {
    text += index === 0 ? repr(items[index]) : `, ${repr(items[index])}`;
  }
  return text;
}

/** `<module.Name object at 0x…>`: `object.__repr__`. */
export function repr_default(value: object): string {
  if (typeof value !== "object") return `<${type_name(value)} object at ${address(value)}>`;
  const type: unknown = value.constructor;
  if (typeof type !== "function" || type === Object || is_native_iterator(value))
    return `<${type_name(value)} object at ${address(value)}>`;
  return `<${class_full_name(type)} object at ${address(value)}>`;
}

function repr_object(value: object): string {
  if (Array.isArray(value) && value.constructor === Array) return repr_list(value);
  if ("__repr__" in value && typeof value.__repr__ === "function") {
    return checked(value.__repr__(), "__repr__");
  }
  if (value instanceof Float) return float_repr(value.valueOf());
  if (PRIMITIVE in value) return repr(plain(value));
  if (value instanceof Tuple) return repr_tuple(value);
  if (Array.isArray(value)) return repr_list(value);
  if (value instanceof Error) return `${value.name}(${quote(value.message)})`;
  return repr_other(value);
}

function repr_list(items: readonly unknown[]): string {
  return items.length === 0 ? "[]" : repr_guarded(items, "[...]", () => `[${repr_items(items)}]`);
}

function repr_tuple(items: readonly unknown[]): string {
  if (items.length === 1) return repr_guarded(items, "(...)", () => `(${repr(items[0])},)`);
  return repr_guarded(items, "(...)", () => `(${repr_items(items)})`);
}

function repr_other(value: object): string {
  const name = type_name(value);
  if (name === "generator" || name === "async_generator") {
    return `<${name} object at ${address(value)}>`;
  }
  if (name === "module") return "<module>";
  return repr_default(value);
}

function repr_function(value: Function): string {
  const of_metaclass = metaclass_method(value, "__repr__");
  if (of_metaclass !== null) return checked(of_metaclass(), "__repr__");
  if (is_class(value)) return `<class '${class_full_name(value)}'>`;
  if ("__repr__" in value && typeof value.__repr__ === "function")
    return checked(value.__repr__(), "__repr__");
  if (function_kind(value) !== "function") return `<built-in function ${value.name}>`;
  return `<function ${class_qualname(value) || "<lambda>"} at ${address(value)}>`;
}

function checked(text: unknown, method: string): string {
  if (typeof text === "string") return text;
  const primitive = plain(text);
  if (typeof primitive === "string") return primitive;
  return fail("TypeError", `${method} returned non-string (type ${type_name(text)})`);
}
