// Decimal numbers as text: scientific or engineering, or by a format specification.
import { pad_number } from "../../builtins/format/pad.ts";
import { parse_spec, type FormatSpec } from "../../builtins/format/spec.ts";
import { ValueError } from "../../builtins/exceptions/index.ts";
import { finite, type Parts } from "./parts.ts";
import { digit_count, power_of_ten } from "./digits.ts";
import { divided } from "./rounding.ts";

/** `str(d)`; `engineering` makes exponents multiples of three. */
export function to_text(parts: Parts, capitals: number, engineering = false): string {
  const sign = parts.is_negative ? "-" : "";
  if (parts.kind !== "finite") return sign + special(parts);
  const digits = parts.coefficient.toString();
  const left = parts.exponent + digits.length;
  let place = 1;
  if (parts.exponent <= 0 && left > -6) place = left;
  else if (engineering)
    place = parts.coefficient === 0n ? modulo(left + 1, 3) - 1 : modulo(left - 1, 3) + 1;
  const shown = with_point(digits, place);
  return sign + shown + (left === place ? "" : exponent_text(left - place, capitals ? "E" : "e"));
}

function special({ kind, coefficient }: Parts): string {
  if (kind === "infinite") return "Infinity";
  return `${kind === "quiet" ? "" : "s"}NaN${coefficient === 0n ? "" : coefficient}`;
}

/** The digits with a point behind the first `place` of them. */
function with_point(digits: string, place: number): string {
  const [whole, fraction] = split(digits, place);
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

function split(digits: string, place: number): readonly [whole: string, fraction: string] {
  if (place <= 0) return ["0", "0".repeat(-place) + digits];
  if (place >= digits.length) return [digits + "0".repeat(place - digits.length), ""];
  return [digits.slice(0, place), digits.slice(place)];
}

function exponent_text(exponent: number, letter: string): string {
  return `${letter}${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** `format(d, spec)`. ValueError for a specification that does not fit. */
export function formatted(given: Parts, text: string, capitals: number, rounding: string): string {
  const spec = spec_of(text);
  const type = spec.type === "" ? (capitals ? "G" : "g") : spec.type;
  if (given.kind !== "finite") {
    const end = type === "%" ? "%" : "";
    return pad_number(
      sign_of(given, spec),
      special(given),
      end,
      { ...spec, ...plain_fill(spec) },
      3,
    );
  }
  const rounded = presented(given, spec, type, rounding);
  const parts = { ...rounded, is_negative: rounded.is_negative && !is_lost(rounded, spec) };
  const digits = parts.coefficient.toString();
  const left = parts.exponent + digits.length;
  const place = place_of_point(parts, left, spec, type);
  const [whole, fraction] = split(digits, place);
  const exponent = left - place;
  const shows_exponent = "eE".includes(type) || ("gG".includes(type) && exponent !== 0);
  const point = fraction === "" && !spec.is_alternate ? "" : `.${fraction}`;
  const letter = "eg".includes(type) ? "e" : "E";
  const rest =
    point + (shows_exponent ? exponent_text(exponent, letter) : "") + (type === "%" ? "%" : "");
  return pad_number(sign_of(parts, spec), whole, rest, spec, 3);
}

function spec_of(text: string): FormatSpec {
  let spec: FormatSpec;
  try {
    spec = parse_spec(text, "Decimal");
  } catch {
    throw new ValueError("invalid format string");
  }
  if (spec.type !== "" && !"eEfFgGn%".includes(spec.type))
    throw new ValueError("invalid format string");
  return spec.type === "n" ? { ...spec, type: "g" } : spec;
}

/** What is no number is filled with spaces, never with zeros. */
function plain_fill(spec: FormatSpec): Partial<FormatSpec> {
  return {
    grouping: null,
    ...(spec.has_zero_padding ? { fill: " ", has_zero_padding: false } : {}),
  };
}

function is_lost({ coefficient }: Parts, spec: FormatSpec): boolean {
  return spec.coerces_negative_zero && coefficient === 0n;
}

function sign_of({ is_negative }: Parts, { sign }: FormatSpec): string {
  return is_negative ? "-" : sign === "+" || sign === " " ? sign : "";
}

/** Rounded as type and precision ask. */
function presented(given: Parts, spec: FormatSpec, type: string, rounding: string): Parts {
  const { precision } = spec;
  let parts = type === "%" ? { ...given, exponent: given.exponent + 2 } : given;
  if (precision !== null) {
    if ("eE".includes(type)) parts = to_digits(parts, precision + 1, rounding);
    else if ("fF%".includes(type)) parts = rescaled(parts, -precision, rounding);
    else if (digit_count(parts.coefficient) > Math.max(precision, 1))
      parts = to_digits(parts, Math.max(precision, 1), rounding);
  }
  if (parts.coefficient === 0n && parts.exponent > 0 && "fF%".includes(type))
    return rescaled(parts, 0, rounding);
  return parts;
}

function to_digits(parts: Parts, digits: number, rounding: string): Parts {
  if (parts.coefficient === 0n) return parts;
  const count = digit_count(parts.coefficient);
  const made = rescaled(parts, parts.exponent + count - digits, rounding);
  return digit_count(made.coefficient) > digits
    ? finite(made.is_negative, made.coefficient / 10n, made.exponent + 1)
    : made;
}

/** The same value with another exponent, rounded where digits are lost. */
export function rescaled(parts: Parts, exponent: number, rounding: string): Parts {
  const { is_negative, coefficient } = parts;
  if (coefficient === 0n) return finite(is_negative, 0n, exponent);
  const places = parts.exponent - exponent;
  if (places >= 0) return finite(is_negative, coefficient * power_of_ten(places), exponent);
  const { value } = divided(coefficient, power_of_ten(-places), is_negative, rounding);
  return finite(is_negative, value, exponent);
}

function place_of_point(
  { coefficient, exponent }: Parts,
  left: number,
  { precision }: FormatSpec,
  type: string,
): number {
  if ("eE".includes(type)) return coefficient === 0n && precision !== null ? 1 - precision : 1;
  if ("fF%".includes(type)) return left;
  return exponent <= 0 && left > -6 ? left : 1;
}
