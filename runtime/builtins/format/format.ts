// format(): a value by a specification of the format mini-language, or by its own __format__.
import type { Dynamic } from "../dynamic.ts";
import { TypeError } from "../exceptions/hierarchy.ts";
import { float_value, integer_value } from "../numbers/kinds.ts";
import { plain } from "../primitive.ts";
import { text_of } from "../representation.ts";
import { type_name } from "../type-name.ts";
import { Complex } from "../numbers/complex.ts";
import { format_complex } from "./format-complex.ts";
import { format_float } from "./format-float.ts";
import { format_int } from "./format-int.ts";
import { format_str } from "./format-str.ts";
import { parse_spec } from "./spec.ts";

/** `format(value, spec)`: what `f"{value:spec}"` shows. ValueError, TypeError where the specification does not fit. */
export function format(value: unknown, spec = ""): string {
  if (typeof spec !== "string") {
    throw new TypeError(
      `format() argument 2 must be str, not ${spec == null ? "None" : type_name(spec)}`,
    );
  }
  if (typeof value === "object" && value !== null) return format_object(value, spec);
  return spec === "" ? text_of(value) : format_plain(value, spec);
}

function format_object(value: Dynamic, spec: string): string {
  if (typeof value.__format__ === "function") {
    const text: unknown = value.__format__(spec);
    if (typeof text === "string") return text;
    throw new TypeError(`__format__ must return a str, not ${type_name(text)}`);
  }
  if (spec === "") return text_of(value);
  return format_plain(value, spec);
}

function format_plain(value: unknown, spec: string): string {
  if (typeof value === "number")
    return Number.isInteger(value)
      ? format_int(value, parse_spec(spec, "int"), "int")
      : format_float(value, parse_spec(spec, "float"), "float");
  const inner = plain(value);
  if (typeof inner === "string") return format_str(inner, parse_spec(spec, "str"));
  const name = type_name(value);
  const integer = integer_value(inner);
  if (integer !== null) return format_int(integer, parse_spec(spec, name), name);
  const double = float_value(inner);
  if (double !== null) return format_float(double, parse_spec(spec, name), name);
  if (inner instanceof Complex) return format_complex(inner.re, inner.im, spec);
  throw new TypeError(`unsupported format string passed to ${name}.__format__`);
}
