// Text as an int: signs, prefixes, underscores, every base.
import { ValueError } from "../exceptions/hierarchy.ts";
import { as_int } from "../int.ts";
import { quote } from "../text/quote.ts";
import { strip_left, strip_right } from "../text/whitespace.ts";
import { ascii_digits } from "./decimal-digit.ts";
import { int_limits } from "./int-text.ts";

/** So many digits are safe. */
const SHORT = 15;
/** No decimal int has one of these, nor has it nothing. */
const NEVER_DECIMAL = /^$|[!-*,./:-^`-~]/;
const PREFIXES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16 };

/** `int(text, base)`; `shown` is how error messages show the text. ValueError when it is no int. */
export function parse_int(text: string, base = 10, shown: string | null = null): number {
  if (base === 10) {
    if (is_short_decimal(text)) return Number(text) + 0;
    if (is_never_decimal(text)) throw invalid(text, base, shown);
  }
  if (base !== 0 && (base < 2 || base > 36)) {
    throw new ValueError("int() base must be >= 2 and <= 36, or 0");
  }
  const stripped = strip_right(strip_left(ascii_digits(text)));
  const match = /^([+-]?)(?:0([box])_?)?(.*)$/is.exec(stripped);
  const [, sign, prefix, rest = ""] = match ?? [];
  const prefix_base = prefix === undefined ? null : (PREFIXES[prefix.toLowerCase()] ?? null);
  const fits = prefix_base !== null && (base === 0 || base === prefix_base);
  const digits = fits ? rest : stripped.slice(sign?.length ?? 0);
  const used_base = base !== 0 ? base : fits ? prefix_base : 10;
  const value = parse_digits(digits, used_base, base === 0 && !fits);
  if (value === null) {
    throw invalid(text, base, shown);
  }
  return as_int(sign === "-" ? -value : value);
}

/** Whether a text is certainly no decimal int: it holds what none has. */
export function is_never_decimal(text: string): boolean {
  return NEVER_DECIMAL.test(text);
}

/** Whether a text is an int of a few digits, with nothing around them. */
export function is_short_decimal(text: string): boolean {
  const sign = text.charCodeAt(0);
  const start = sign === 0x2d || sign === 0x2b ? 1 : 0;
  if (text.length === start || text.length > SHORT) return false;
  for (let index = start; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}

function invalid(text: string, base: number, shown: string | null): ValueError {
  return new ValueError(
    shown === null
      ? invalid_int_text(text, base)
      : `invalid literal for int() with base ${base}: ${shown}`,
  );
}

/** What the ValueError says of a text that is no int. */
export function invalid_int_text(text: string, base = 10): string {
  return `invalid literal for int() with base ${base}: ${quote(text)}`;
}

/** Digits with single underscores between them; `null` when there is anything else. */
function parse_digits(text: string, base: number, refuses_leading_zero: boolean): bigint | null {
  if (!/^[0-9a-z]+(?:_[0-9a-z]+)*$/i.test(text)) return null;
  const digits = text.replaceAll("_", "").toLowerCase();
  if (refuses_leading_zero && /^0+[1-9]/.test(digits)) return null;
  for (let index = 0; index < digits.length; index++) {
    if (Number.parseInt(digits.charAt(index), 36) >= base) return null;
  }
  if (base === 10) return decimal(digits);
  if (base === 16) return BigInt(`0x${digits}`);
  if (base === 8) return BigInt(`0o${digits}`);
  if (base === 2) return BigInt(`0b${digits}`);
  let value = 0n;
  for (let index = 0; index < digits.length; index++) {
    value = value * BigInt(base) + BigInt(Number.parseInt(digits.charAt(index), 36));
  }
  return value;
}

function decimal(digits: string): bigint {
  const limit = int_limits.max_str_digits;
  if (limit > 0 && digits.length > limit) {
    throw new ValueError(
      `Exceeds the limit (${limit} digits) for integer string conversion: ` +
        `value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  return BigInt(digits);
}
