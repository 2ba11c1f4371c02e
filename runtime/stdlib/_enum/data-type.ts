// The type whose values the members of an enumeration are besides: `class Color(str, Enum)`.
import type { Dynamic } from "../../builtins/dynamic.ts";

const DATA_TYPE: unique symbol = Symbol("data type");

/** `str`, `int` …; `null` where members are nothing but members. */
export function data_type_of(cls: Function): Dynamic {
  return Reflect.get(cls, DATA_TYPE) ?? null;
}

export function set_data_type(cls: Function, type: unknown): void {
  Object.defineProperty(cls, DATA_TYPE, { value: type });
}
