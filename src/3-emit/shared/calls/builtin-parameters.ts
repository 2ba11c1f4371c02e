// Parameters of built-in functions and methods, as CPython's own take them.
import { function_signature } from "../../../../runtime/signatures/functions.ts";
import { common_signature, method_signature } from "../../../../runtime/signatures/methods.ts";
import { parse_signature } from "../../../../runtime/signatures/parameters.ts";
import type { ParameterInfo } from "../../../facts/calls.ts";
import type { Type } from "../../../facts/types.ts";

/** `null` for functions that look at their arguments themselves. */
export function function_parameters(name: string): readonly ParameterInfo[] | null {
  return parameters(function_signature(name));
}

/** Of a method of a built-in type, behind the receiver; `null` where it is not known which. */
export function method_parameters(receiver: Type, name: string): readonly ParameterInfo[] | null {
  const type = NAMES[receiver.type];
  return parameters(type === undefined ? common_signature(name) : method_signature(type, name));
}

/** The types of which a value is known to have CPython's methods, by their names. */
const NAMES: Readonly<Partial<Record<Type["type"], string>>> = {
  list: "list",
  str: "str",
  int: "int",
  bool: "int",
  float: "float",
  complex: "complex",
  bytes: "bytes",
  bytearray: "bytearray",
  range: "range",
  slice: "slice",
  tuple: "tuple",
  tuple_of: "tuple",
  dict: "dict",
  set: "set",
  frozenset: "frozenset",
  generator: "generator",
  async_generator: "async_generator",
};

function parameters(text: string | null): readonly ParameterInfo[] | null {
  if (text === null) return null;
  return parse_signature(text).map(({ name, kind, is_optional }) => ({
    name,
    kind,
    optional: is_optional,
    type: { type: "unknown" },
  }));
}
