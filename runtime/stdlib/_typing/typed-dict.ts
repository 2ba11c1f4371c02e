// TypedDict: to type checkers a dict with known keys, at run time a dict.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Dict } from "../../builtins/mappings/dict.ts";

/** `class Movie(TypedDict)`: `Movie(name="…")` is a plain dict. `TypedDict("Movie", {…})` is such a class. */
export class TypedDict {
  static readonly __name__: string = "TypedDict";
  static readonly __module__: string = "typing";

  constructor(...args: readonly Dynamic[]) {
    // oxlint-disable no-constructor-return -- what such a class makes are dicts
    if (new.target === TypedDict && typeof args[0] === "string")
      return named(class extends TypedDict {}, args[0]) as never;
    return new Dict(...(args as [])) as never;
    // oxlint-enable no-constructor-return
  }
}

function named(cls: object, name: string): object {
  return Object.defineProperty(cls, "__name__", { value: name });
}
