// Formatting of ints.
import { OverflowError, ValueError } from "../exceptions/hierarchy.ts";
import { int_to_double } from "../numbers/kinds.ts";
import { int_text } from "../numbers/int-text.ts";
import { format_float } from "./format-float.ts";
import { pad_number, pad_text } from "./pad.ts";
import type { FormatSpec } from "./spec.ts";
import { unknown_code } from "./unknown-code.ts";

/** `format(value, spec)` of an int; a bool goes as `type_name` "bool". ValueError where the specification does not fit. */
export function format_int(value: number | bigint, spec: FormatSpec, type_name: string): string {
  const { type } = spec;
  if ("eEfFgG%".includes(type) && type !== "") {
    // A float that is kept as a plain number comes here too: its -0.0 keeps the sign.
    const double = typeof value === "number" ? value : int_to_double(value);
    return format_float(double, spec, "float");
  }
  const base = BASES[type];
  if (base === undefined && type !== "c") throw unknown_code(type, type_name);
  if (spec.precision !== null)
    throw new ValueError("Precision not allowed in integer format specifier");
  if (spec.coerces_negative_zero) {
    throw new ValueError("Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (base === undefined) return format_character(value, spec);
  const is_negative = value < 0;
  const size = is_negative ? -value : value;
  const digits = base === 10 ? int_text(size) : size.toString(base);
  const prefix = spec.is_alternate && base !== 10 ? `0${type}` : "";
  const sign =
    (is_negative ? "-" : spec.sign === "+" || spec.sign === " " ? spec.sign : "") + prefix;
  return pad_number(
    sign,
    type === "X" ? digits.toUpperCase() : digits,
    "",
    spec,
    base === 10 ? 3 : 4,
  );
}

const BASES: Readonly<Record<string, number>> = { "": 10, d: 10, n: 10, b: 2, o: 8, x: 16, X: 16 };

function format_character(value: number | bigint, spec: FormatSpec): string {
  if (spec.sign !== null)
    throw new ValueError("Sign not allowed with integer format specifier 'c'");
  if (spec.is_alternate) {
    throw new ValueError("Alternate form (#) not allowed with integer format specifier 'c'");
  }
  if (value >= 2n ** 63n || value < -(2n ** 63n)) {
    throw new OverflowError("Python int too large to convert to C long");
  }
  if (value < 0 || value > 0x10ffff) throw new OverflowError("%c arg not in range(0x110000)");
  return pad_text(String.fromCodePoint(Number(value)), spec, ">");
}
