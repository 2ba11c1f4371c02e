// What an object itself holds: `x.__dict__`, `vars(x)`; and the names it answers to: `dir(x)`.
import type { Dynamic } from "../dynamic.ts";
import { BaseException, TypeError } from "../exceptions/index.ts";
import { Dict } from "../mappings/dict.ts";
import { compare_text } from "../text/compare.ts";
import { builtin_methods } from "./builtin-methods.ts";

/** Names and values of the attributes set on the object itself, in the order in which they came. */
export function own_attributes(object: object): readonly (readonly [string, Dynamic])[] {
  const is_error = object instanceof BaseException;
  return Object.entries(object).filter(
    ([name]) => !(is_error && ERROR_FIELDS.has(name)) && !/^__(notes|context|cause)__$/.test(name),
  );
}

/** `vars(object)`: a copy. TypeError for values that hold nothing of their own. */
export function vars(object: Dynamic): Dict<string, Dynamic> {
  const holds = typeof object === "function" || (typeof object === "object" && object !== null);
  if (!holds || Array.isArray(object) || object instanceof Dict)
    throw new TypeError("vars() argument must have __dict__ attribute");
  return new Dict(own_attributes(object));
}

/** `dir(object)`: the names of its attributes and methods, sorted. */
export function dir(object: Dynamic): string[] {
  const names = new Set<string>();
  const methods = builtin_methods(object);
  if (methods !== null) for (const name of Object.keys(methods)) names.add(name);
  const is_object = typeof object === "object" && object !== null && !Array.isArray(object);
  if (is_object || typeof object === "function") {
    for (const [name] of own_attributes(object)) names.add(name);
    const start: object | null = typeof object === "function" ? object.prototype : object;
    for (let type = start ?? null; type !== null && type !== Object.prototype;) {
      for (const name of Object.getOwnPropertyNames(type))
        if (name !== "constructor") names.add(name);
      type = Object.getPrototypeOf(type);
    }
  }
  return [...names].sort(compare_text);
}

const ERROR_FIELDS: ReadonlySet<string> = new Set([
  "args",
  "stack",
  "message",
  "__context__",
  "__suppress_context__",
  "__traceback__",
]);
