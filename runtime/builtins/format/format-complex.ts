// Formatting of complex numbers.
import { ValueError } from "../exceptions/hierarchy.ts";
import { float_digits } from "./format-float.ts";
import { pad_number, pad_text } from "./pad.ts";
import { parse_spec, type FormatSpec } from "./spec.ts";
import { unknown_code } from "./unknown-code.ts";

/** `format(complex(re, im), text)`. ValueError where the specification does not fit. */
export function format_complex(re: number, im: number, text: string): string {
  const spec = parse_spec(text, "complex");
  if (!"eEfFgGn".includes(spec.type)) throw unknown_code(spec.type, "complex");
  if (spec.fill === "0")
    throw new ValueError("Zero padding is not allowed in complex format specifier");
  if (spec.align === "=")
    throw new ValueError("'=' alignment flag is not allowed in complex format specifier");
  const shows_real = spec.type !== "" || re !== 0 || Object.is(re, -0);
  const real = shows_real ? part(re, spec, spec.sign) : "";
  const imaginary = `${part(im, spec, shows_real ? "+" : spec.sign)}j`;
  const is_enclosed = spec.type === "" && shows_real;
  return pad_text(is_enclosed ? `(${real}${imaginary})` : real + imaginary, spec, ">");
}

function part(value: number, spec: FormatSpec, sign: FormatSpec["sign"]): string {
  const is_short = spec.type === "" && spec.precision === null;
  const type = spec.type === "" && !is_short ? "g" : spec.type;
  const digits = float_digits(Math.abs(value), type, spec.precision, spec.is_alternate);
  const text = is_short ? digits.replace(/\.0$/, spec.is_alternate ? "." : "") : digits;
  const is_zero = spec.coerces_negative_zero && !/[1-9in]/i.test(text);
  const is_negative = (value < 0 || Object.is(value, -0)) && !is_zero;
  const shown = is_negative ? "-" : sign === "+" || sign === " " ? sign : "";
  const end = text.search(/[^0-9]/);
  const [whole, rest] = end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end)];
  return pad_number(shown, whole, rest, { ...spec, width: 0 }, 3);
}
