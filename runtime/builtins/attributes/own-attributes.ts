// What an object itself holds: `x.__dict__`, `vars(x)`; and the names it answers to: `dir(x)`.
import type { Dynamic } from "../dynamic.ts";
import { BaseException } from "../exceptions/index.ts";
import { compare_text } from "../text/compare.ts";
import { all_slots } from "./slots.ts";
import { builtin_methods } from "./builtin-methods.ts";

/** Names and values of the attributes set on the object itself, in the order in which they came. */
export function own_attributes(object: object): readonly (readonly [string, Dynamic])[] {
  const is_error = object instanceof BaseException;
  const is_group = is_error && "exceptions" in object;
  const found = Object.entries(object).filter(
    ([name]) =>
      !(is_error && ERROR_FIELDS.has(name)) &&
      !(is_group && GROUP_FIELDS.has(name)) &&
      !/^__(notes|context|cause)__$/.test(name),
  );
  const slots = all_slots(object);
  const open = slots === null ? found : found.filter(([name]) => !slots.has(name));
  const hidden = hidden_attributes(object, false);
  return hidden === null ? open : [...open, ...hidden];
}

const hidden = new WeakMap<object, Map<string, Dynamic>>();

/** Attributes that a descriptor of the class hides: only the object's `__dict__` shows them. */
export function hidden_attributes(object: object, create: boolean): Map<string, Dynamic> | null {
  let found = hidden.get(object);
  if (found === undefined && create) {
    found = new Map();
    hidden.set(object, found);
  }
  return found ?? null;
}

/** `object.__dir__(x)`: the names of its attributes and methods, sorted. */
export function names_of(object: Dynamic): string[] {
  const names = new Set<string>();
  const methods = builtin_methods(object);
  if (methods !== null) for (const name of Object.keys(methods)) names.add(name);
  const is_object = typeof object === "object" && object !== null && !Array.isArray(object);
  if (is_object || typeof object === "function") {
    for (const [name] of own_attributes(object)) names.add(name);
    const cls: unknown = typeof object === "function" ? object : object.constructor;
    if (typeof cls === "function") for (const name of static_names(cls)) names.add(name);
    const start: object | null = typeof object === "function" ? object.prototype : object;
    for (let type = start ?? null; type !== null && type !== Object.prototype;) {
      for (const name of Object.getOwnPropertyNames(type))
        if (name !== "constructor" && !name.startsWith("del ")) names.add(name);
      type = Object.getPrototypeOf(type);
    }
  }
  return [...names].sort(compare_text);
}

/** Class attributes, static and class methods of a class of the program and its bases. */
function static_names(cls: Function): readonly string[] {
  const names: string[] = [];
  for (let type: object | null = cls; type !== null; type = Object.getPrototypeOf(type)) {
    if (type === Function.prototype || Object.hasOwn(type, "__module__")) break;
    for (const name of Object.getOwnPropertyNames(type))
      if (!/^(?:length|name|prototype|arguments|caller)$/.test(name)) names.push(name);
  }
  return names;
}

const GROUP_FIELDS: ReadonlySet<string> = new Set(["message", "exceptions"]);
const ERROR_FIELDS: ReadonlySet<string> = new Set([
  "args",
  "stack",
  "__context__",
  "__suppress_context__",
  "__traceback__",
]);
