// Decimal text of ints, within the limit that CPython sets on its length.
import { fail } from "../failure.ts";

/** `sys.get_int_max_str_digits()`; 0 means no limit. */
export const int_limits = { max_str_digits: 4300 };

/** `str(value)` of an int. ValueError beyond the limit, as in CPython. */
export function int_text(value: number | bigint): string {
  if (typeof value === "number") return String(value === 0 ? 0 : value);
  const text = value.toString();
  const limit = int_limits.max_str_digits;
  if (limit > 0 && text.length - (value < 0n ? 1 : 0) > limit) {
    fail(
      "ValueError",
      `Exceeds the limit (${limit} digits) for integer string conversion; ` +
        "use sys.set_int_max_str_digits() to increase the limit",
    );
  }
  return text;
}
