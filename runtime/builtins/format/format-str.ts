// Formatting of strings.
import { ValueError } from "../exceptions/hierarchy.ts";
import { text_head } from "../text/code-points.ts";
import { pad_text } from "./pad.ts";
import type { FormatSpec } from "./spec.ts";
import { unknown_code } from "./unknown-code.ts";

/** `format(text, spec)`. ValueError where the specification does not fit strings. */
export function format_str(text: string, spec: FormatSpec): string {
  if (spec.type !== "" && spec.type !== "s") throw unknown_code(spec.type, "str");
  if (spec.sign === " ") throw new ValueError("Space not allowed in string format specifier");
  if (spec.sign !== null) throw new ValueError("Sign not allowed in string format specifier");
  if (spec.coerces_negative_zero) {
    throw new ValueError("Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.is_alternate)
    throw new ValueError("Alternate form (#) not allowed in string format specifier");
  if (spec.align === "=")
    throw new ValueError("'=' alignment not allowed in string format specifier");
  return pad_text(spec.precision === null ? text : text_head(text, spec.precision), spec, "<");
}
