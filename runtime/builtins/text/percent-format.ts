// `template % values`: printf-style formatting of strings.
import type { Dynamic } from "../dynamic.ts";
import { MemoryError, OverflowError, TypeError, ValueError } from "../exceptions/hierarchy.ts";
import { float_digits } from "../format/format-float.ts";
import { int_text } from "../numbers/int-text.ts";
import { float_value, int_to_double, integer_value } from "../numbers/kinds.ts";
import { plain } from "../primitive.ts";
import { ascii, repr, text_of } from "../representation.ts";
import { type_name } from "../type-name.ts";
import { code_point_index, text_head, text_length } from "./code-points.ts";
import { PercentArguments } from "./percent-arguments.ts";
import { percent_pieces, type Conversion } from "./percent-template.ts";

/** One conversion with its numbers in place. */
interface Layout {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | null;
  readonly type: string;
}

/** What differs between templates that are strings and those that are bytes. */
export interface PercentRules {
  /** What error messages call the template. */
  readonly kind: "string" | "bytes";
  /** The conversions that show any value. */
  readonly shows: string;
  /** The key that `%(key)s` names. */
  readonly key: (name: string) => unknown;
  readonly shown: (value: unknown, type: string) => string;
  readonly character: (value: unknown) => string;
  readonly not_whole: (value: unknown, type: string) => string;
  readonly not_real: (value: unknown) => string;
}

const string_rules: PercentRules = {
  kind: "string",
  shows: "sra",
  key: (name) => name,
  shown: (value, type) =>
    type === "s" ? text_of(value) : type === "r" ? repr(value) : ascii(value),
  character,
  not_whole: (value, type) =>
    `%${type} format: ${"diu".includes(type) ? "a real number" : "an integer"} is required, not ${type_name(value)}`,
  not_real: (value) => `must be real number, not ${type_name(value)}`,
};

/** What no string of JavaScript's can hold; CPython has room for it, and goes on to the next conversion. */
const MOST_SPACES = 2 ** 28;

/** `template % values`. TypeError, ValueError where they do not fit. */
export function percent_format(
  template: string,
  values: Dynamic,
  rules: PercentRules = string_rules,
): string {
  const given = new PercentArguments(values, rules.kind);
  let text = "";
  let is_too_long = false;
  for (const { literal, conversion } of percent_pieces(template)) {
    text += literal;
    if (conversion === null) break;
    if (typeof conversion === "string") throw new ValueError(conversion);
    const found = layout(conversion, given, rules);
    const value: Dynamic = given.next();
    is_too_long ||= found.width > MOST_SPACES;
    const index = () => code_point_index(template, conversion.index);
    text += converted(is_too_long ? { ...found, width: 0 } : found, value, rules, index);
  }
  given.finish();
  if (is_too_long) throw new MemoryError();
  return text;
}

/** The conversion with what it takes from the values. */
function layout(conversion: Conversion, given: PercentArguments, rules: PercentRules): Layout {
  const { key, flags, type } = conversion;
  if (key !== null) given.choose(rules.key(key));
  const width = conversion.width === "*" ? given.star(63, "ssize_t") : conversion.width;
  const precision = conversion.precision === "*" ? given.star(31, "int") : conversion.precision;
  if (type === "") throw new ValueError("incomplete format");
  return {
    flags: width < 0 ? `${flags}-` : flags,
    width: Math.abs(width),
    precision: precision === null ? null : Math.max(0, precision),
    type,
  };
}

function converted(
  conversion: Layout,
  value: Dynamic,
  rules: PercentRules,
  index: () => number,
): string {
  const { type, precision } = conversion;
  if (rules.shows.includes(type))
    return padded("", cut(rules.shown(value, type), precision), conversion, false);
  switch (type) {
    case "c":
      return padded("", rules.character(value), conversion, false);
    case "d":
    case "i":
    case "u":
    case "o":
    case "x":
    case "X":
      return integer(value, conversion, rules);
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
      return floating(value, conversion, rules);
    default: {
      const code = (type.codePointAt(0) ?? 0).toString(16);
      throw new ValueError(
        `unsupported format character '${type}' (0x${code}) at index ${index()}`,
      );
    }
  }
}

function cut(text: string, precision: number | null): string {
  return precision === null ? text : text_head(text, precision);
}

function character(value: unknown): string {
  const text = plain(value);
  if (typeof text === "string") {
    if (text_length(text) === 1) return text;
    throw new TypeError("%c requires int or char");
  }
  const code = integer_value(value);
  if (code === null) throw new TypeError(`%c requires int or char`);
  if (code < 0 || code > 0x10ffff) throw new OverflowError("%c arg not in range(0x110000)");
  return String.fromCodePoint(Number(code));
}

function integer(value: unknown, conversion: Layout, rules: PercentRules): string {
  const { type, flags, precision } = conversion;
  const number = whole_number(value, type, rules);
  const size = number < 0 ? -number : number;
  const base = type === "o" ? 8 : type === "x" || type === "X" ? 16 : 10;
  let digits = base === 10 ? int_text(size) : size.toString(base);
  if (type === "X") digits = digits.toUpperCase();
  if (precision !== null) digits = digits.padStart(precision, "0");
  const prefix = flags.includes("#") && base !== 10 ? `0${type}` : "";
  return padded(sign_of(number < 0, flags) + prefix, digits, conversion, true);
}

/** `%d` takes any real number, `%x` and `%o` ints only. */
function whole_number(value: Dynamic, type: string, rules: PercentRules): number | bigint {
  const integer = integer_value(value);
  if (integer !== null) return integer;
  const is_decimal = "diu".includes(type);
  const double = is_decimal ? float_value(value) : null;
  if (double !== null) return truncated(double);
  const is_object = typeof value === "object" && value !== null;
  const own: unknown = is_object && is_decimal ? value.__int__?.() : undefined;
  const found = integer_value(own ?? (is_object ? value.__index__?.() : undefined));
  if (found !== null) return found;
  throw new TypeError(rules.not_whole(value, type));
}

function truncated(double: number): number | bigint {
  if (Number.isNaN(double)) throw new ValueError("cannot convert float NaN to integer");
  if (!Number.isFinite(double)) throw new OverflowError("cannot convert float infinity to integer");
  return BigInt(Math.trunc(double));
}

function floating(value: Dynamic, conversion: Layout, rules: PercentRules): string {
  const { type, flags, precision } = conversion;
  const double = real(value, rules);
  const digits = float_digits(Math.abs(double), type, precision ?? 6, flags.includes("#"));
  return padded(sign_of(double < 0 || Object.is(double, -0), flags), digits, conversion, true);
}

function real(value: Dynamic, rules: PercentRules): number {
  const integer = integer_value(value);
  if (integer !== null) return int_to_double(integer);
  const double = float_value(value);
  if (double !== null) return double;
  const own: unknown =
    typeof value === "object" && value !== null ? value.__float__?.() : undefined;
  const found = float_value(own);
  if (found !== null) return found;
  throw new TypeError(rules.not_real(value));
}

function sign_of(is_negative: boolean, flags: string): string {
  return is_negative ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
}

function padded(sign: string, text: string, conversion: Layout, is_number: boolean): string {
  const missing = conversion.width - sign.length - text_length(text);
  if (missing <= 0) return sign + text;
  if (conversion.flags.includes("-")) return sign + text + " ".repeat(missing);
  if (is_number && conversion.flags.includes("0")) return sign + "0".repeat(missing) + text;
  return " ".repeat(missing) + sign + text;
}
