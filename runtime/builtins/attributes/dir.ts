// dir(): what an object answers to; a class may say so itself.
import type { Dynamic } from "../dynamic.ts";
import { sorted } from "../sequences/sort.ts";
import { names_of } from "./own-attributes.ts";

/** `dir(object)`: the names of its attributes and methods, sorted; those that its class's `__dir__` gives. */
export function dir(object: Dynamic): string[] {
  const own: unknown = typeof object === "object" ? object?.__dir__ : undefined;
  if (typeof own !== "function") return names_of(object);
  return sorted(Reflect.apply(own, object, []) as Iterable<string>);
}
