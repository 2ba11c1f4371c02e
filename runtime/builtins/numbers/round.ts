// round(): to even, by the exact value of a double.
import type { Dynamic } from "../dynamic.ts";
import { OverflowError, TypeError, ValueError } from "../exceptions/hierarchy.ts";
import { as_float, type float } from "../float.ts";
import { as_int, type int } from "../int.ts";
import { require_position } from "../sequences/index-value.ts";
import { type_name } from "../type-name.ts";
import { divide_to_even, fixed_text, rounded } from "./decimal-digits.ts";
import { float_value, integer_value } from "./kinds.ts";

/** `round(value, digits)`: an int without `digits`, else of the value's own type. TypeError, OverflowError. */
export function round(value: number, digits?: null): int;
export function round(value: number, digits: number): number;
export function round(value: unknown, digits?: unknown): Dynamic;
export function round(value: Dynamic, digits: unknown = undefined): Dynamic {
  if (typeof value === "object" && value !== null && typeof value.__round__ === "function") {
    return digits == null ? value.__round__() : value.__round__(digits);
  }
  const integer = integer_value(value);
  if (integer !== null)
    return digits == null ? integer : round_int(integer, require_position(digits));
  const double = float_value(value);
  if (double === null)
    throw new TypeError(`type ${type_name(value)} doesn't define __round__ method`);
  if (digits == null) return round_to_int(double);
  return as_float(round_double(double, require_position(digits)));
}

/** A double to the nearest int, ties to even. ValueError for NaN, OverflowError for infinities. */
function round_to_int(value: number): int {
  if (Number.isNaN(value)) throw new ValueError("cannot convert float NaN to integer");
  if (!Number.isFinite(value)) throw new OverflowError("cannot convert float infinity to integer");
  const floor = Math.floor(value);
  const rest = value - floor;
  const is_up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  const whole = is_up ? floor + 1 : floor;
  return Number.isSafeInteger(whole) ? whole + 0 : as_int(BigInt(whole));
}

function round_int(value: number | bigint, digits: number): int {
  if (digits >= 0) return value as int;
  if (digits < -100_000) return 0;
  const unit = 10n ** BigInt(-digits);
  const size = BigInt(value < 0 ? -value : value);
  const result = divide_to_even(size, unit) * unit;
  return as_int(value < 0 ? -result : result);
}

/** Beyond these digits a double is all there, or nothing of it is left. */
const MAX_DIGITS = 323;
const MIN_DIGITS = -308;

function round_double(value: number, digits: number): float {
  if (!Number.isFinite(value) || digits > MAX_DIGITS || value === 0) return value;
  if (digits < MIN_DIGITS) return value < 0 ? -0 : 0;
  const size = Math.abs(value);
  const text = digits >= 0 ? fixed_text(size, digits) : `${rounded(size, digits)}e${-digits}`;
  const result = Number(text);
  if (!Number.isFinite(result)) throw new OverflowError("rounded value too large to represent");
  return value < 0 ? -result : result;
}
