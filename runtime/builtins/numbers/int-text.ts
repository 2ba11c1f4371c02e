// Decimal text of ints, within the limit that CPython sets on its length.
import { fail } from "../failure.ts";

/** `sys.get_int_max_str_digits()`; 0 means no limit. */
export const int_limits = { max_str_digits: 4300 };

/** `str(value)` of an int. ValueError beyond the limit, as in CPython. */
export function int_text(value: number | bigint): string {
  if (typeof value === "number") return String(value === 0 ? 0 : value);
  const limit = int_limits.max_str_digits;
  if (limit > 0 && is_much_longer(value, limit)) refuse(limit);
  const text = value.toString();
  if (limit > 0 && text.length - (value < 0n ? 1 : 0) > limit) refuse(limit);
  return text;
}

/** Told by the hexadecimal digits, which are there in no time however many they are. */
function is_much_longer(value: bigint, limit: number): boolean {
  const is_short = BigInt.asIntN(64, value) === value;
  return !is_short && (value.toString(16).length - 2) * Math.log10(16) > limit;
}

function refuse(limit: number): never {
  fail(
    "ValueError",
    `Exceeds the limit (${limit} digits) for integer string conversion; ` +
      "use sys.set_int_max_str_digits() to increase the limit",
  );
}
