// Parameters of built-in functions and methods that a call may name; all other keywords travel in the trailing object.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { ParameterInfo } from "../../../facts/calls.ts";

export function function_parameters(name: string, node: ast.Call): readonly ParameterInfo[] {
  return parameters(FUNCTIONS[name] ?? "", node);
}

/** Of a method of a built-in type, behind the receiver. */
export function method_parameters(name: string, node: ast.Call): readonly ParameterInfo[] {
  return parameters(METHODS[name] ?? "", node);
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  enumerate: "iterable start",
  sum: "_ start",
  int: "_ base",
  round: "number ndigits",
  pow: "base exp mod",
  str: "object encoding errors",
  bytes: "source encoding errors",
  bytearray: "source encoding errors",
  complex: "real imag",
};

/** The names say enough: what bears the same name has the same parameters in all built-in types. */
const METHODS: Readonly<Record<string, string>> = {
  cast: "format shape",
  decode: "encoding errors",
  encode: "encoding errors",
  expandtabs: "tabsize",
  from_bytes: "bytes byteorder",
  hex: "sep bytes_per_sep",
  replace: "_ _ count",
  rsplit: "sep maxsplit",
  split: "sep maxsplit",
  splitlines: "keepends",
  to_bytes: "length byteorder",
  translate: "_ delete",
};

/** `_`: positional only. */
function parameters(names: string, node: ast.Call): readonly ParameterInfo[] {
  const info = (name: string, kind: ParameterInfo["kind"]): ParameterInfo => ({
    name,
    kind,
    optional: true,
    type: { type: "unknown" },
  });
  const positional = names
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => info(name, name === "_" ? "positional_only" : "positional"));
  const rest = positional.length >= node.args.length ? [] : [info("args", "rest")];
  return [...positional, ...rest, info("keywords", "keyword_rest")];
}
