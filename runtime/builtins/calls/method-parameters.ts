// The parameters of those methods of built-in types that take keywords for them.
import type { Dynamic } from "../dynamic.ts";
import { class_module } from "../type-name.ts";
import { parse_signature, type Parameter } from "./signature.ts";

/** Of a method that is bound to a value of a built-in type; `null` for all other functions. */
export function method_parameters(f: Dynamic): readonly Parameter[] | null {
  if (!Object.hasOwn(f, "__self__") || !Object.hasOwn(METHODS, f.__name__)) return null;
  const self: Dynamic = f.__self__;
  const is_builtin = typeof self !== "object" || class_module(self.constructor) === "builtins";
  return is_builtin ? parse_signature(METHODS[f.__name__] ?? "") : null;
}

const METHODS: Readonly<Record<string, string>> = {
  cast: "format=, shape=",
  decode: "encoding=, errors=",
  encode: "encoding=, errors=",
  expandtabs: "tabsize=",
  from_bytes: "bytes, byteorder=, *, signed=",
  hex: "sep=, bytes_per_sep=",
  replace: "old, new, /, count=",
  rsplit: "sep=, maxsplit=",
  split: "sep=, maxsplit=",
  splitlines: "keepends=",
  to_bytes: "length=, byteorder=, *, signed=",
  translate: "table, /, delete=",
};
