// Formatting of floats.
import { decimal_exponent, exponent_text, fixed_text } from "../numbers/decimal-digits.ts";
import { float_repr } from "../numbers/float-repr.ts";
import { pad_number } from "./pad.ts";
import type { FormatSpec } from "./spec.ts";
import { unknown_code } from "./unknown-code.ts";

const DEFAULT_PRECISION = 6;

/** `format(value, spec)` of a double. ValueError where the specification does not fit. */
export function format_float(value: number, spec: FormatSpec, type_name: string): string {
  const { type } = spec;
  if (!"eEfFgGn%".includes(type)) throw unknown_code(type, type_name);
  const text =
    type === "f" && Number.isFinite(value) && !spec.is_alternate
      ? fixed_text(Math.abs(value), spec.precision ?? DEFAULT_PRECISION)
      : float_digits(Math.abs(value), type, spec.precision, spec.is_alternate);
  const is_zero = spec.coerces_negative_zero && !/[1-9in]/i.test(text);
  const is_negative = (value < 0 || Object.is(value, -0)) && !is_zero;
  const sign = is_negative ? "-" : spec.sign === "+" || spec.sign === " " ? spec.sign : "";
  if (spec.width === 0 && spec.grouping === null) return sign + text;
  const end = spec.grouping === null ? 0 : text.search(/[^0-9]/);
  const [whole, rest] = end <= 0 ? [text, ""] : [text.slice(0, end), text.slice(end)];
  return pad_number(sign, whole, rest, spec, 3);
}

/**
 * The digits of a double that is not negative, as `%f`, `%e`, `%g` and Python's own types present it:
 * `""` is repr, or with a precision `g` that keeps one digit after the point.
 */
export function float_digits(
  value: number,
  type: string,
  precision: number | null,
  is_alternate: boolean,
): string {
  const is_upper = type === "E" || type === "F" || type === "G";
  const text = Number.isFinite(value)
    ? finite_digits(value, type.toLowerCase(), precision, is_alternate)
    : `${Number.isNaN(value) ? "nan" : "inf"}${type === "%" ? "%" : ""}`;
  return is_upper ? text.toUpperCase() : text;
}

function finite_digits(
  value: number,
  type: string,
  precision: number | null,
  is_alternate: boolean,
): string {
  switch (type) {
    case "e":
      return with_point(exponent_text(value, precision ?? DEFAULT_PRECISION), is_alternate);
    case "f":
      return with_point(fixed_text(value, precision ?? DEFAULT_PRECISION), is_alternate);
    case "%":
      return `${percentage(value, precision ?? DEFAULT_PRECISION, is_alternate)}%`;
    case "":
      if (precision === null) return with_point(float_repr(value), is_alternate);
      return general(value, precision, is_alternate, true);
    default:
      return general(value, precision ?? DEFAULT_PRECISION, is_alternate, false);
  }
}

function percentage(value: number, precision: number, is_alternate: boolean): string {
  const hundredfold = value * 100;
  if (!Number.isFinite(hundredfold)) return "inf";
  return with_point(fixed_text(hundredfold, precision), is_alternate);
}

/** `%g`: exponent form where the exponent is below -4 or does not fit the precision. */
function general(
  value: number,
  precision: number,
  is_alternate: boolean,
  keeps_point: boolean,
): string {
  const digits = precision === 0 ? 1 : precision;
  const text = exponent_text(value, digits - 1);
  const exponent = decimal_exponent(text);
  if (exponent < -4 || exponent >= digits - (keeps_point ? 1 : 0)) {
    if (is_alternate) return with_point(text, true);
    const at = text.indexOf("e");
    return stripped(text.slice(0, at)) + text.slice(at);
  }
  const fixed = fixed_text(value, digits - 1 - exponent);
  if (is_alternate) return with_point(fixed, true);
  const short = stripped(fixed);
  return keeps_point && !short.includes(".") ? `${short}.0` : short;
}

function stripped(digits: string): string {
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

/** The alternate form always has a decimal point. */
function with_point(text: string, is_alternate: boolean): string {
  if (!is_alternate || text.includes(".")) return text;
  const at = text.indexOf("e");
  return at < 0 ? `${text}.` : `${text.slice(0, at)}.${text.slice(at)}`;
}
