// The type whose values the members of an enumeration are besides: `class Color(str, Enum)`.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { float } from "../../builtins/numbers/float-type.ts";
import { int } from "../../builtins/numbers/int-type.ts";
import { str } from "../../builtins/text/str-type.ts";

const DATA_TYPE: unique symbol = Symbol("data type");

/** `str`, `int` …; `null` where members are nothing but members. */
export function data_type_of(cls: Function): Dynamic {
  return Reflect.get(cls, DATA_TYPE) ?? null;
}

export function set_data_type(cls: Function, type: unknown): void {
  Object.defineProperty(cls, DATA_TYPE, { value: type });
}

/** Members keep a value of the type; those of other types are such values themselves. */
export function is_primitive_type(type: unknown): boolean {
  return type === str || type === int || type === float;
}
