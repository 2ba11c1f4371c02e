// `template % values` of bytes: what the conversions take and show, where that differs from strings.
import type { Dynamic } from "../dynamic.ts";
import { OverflowError, TypeError } from "../exceptions/hierarchy.ts";
import { integer_value } from "../numbers/kinds.ts";
import { ascii } from "../representation.ts";
import { latin_text } from "../text/latin.ts";
import type { PercentRules } from "../text/percent-format.ts";
import { type_name } from "../type-name.ts";
import { bytes_of } from "./like.ts";

/** `key` makes bytes of what stands in `%(key)s`. */
export function bytes_rules(key: (name: string) => unknown): PercentRules {
  return { ...RULES, key };
}

const RULES: Omit<PercentRules, "key"> = {
  kind: "bytes",
  shown: (value, type) => (type === "r" || type === "a" ? ascii(value) : content(value)),
  shows: "srab",
  character(value) {
    const bytes = bytes_of(value);
    if (bytes?.length === 1) return latin_text(bytes);
    const code = integer_value(value);
    if (code === null) throw new TypeError("%c requires an integer in range(256) or a single byte");
    if (code < 0 || code > 255) throw new OverflowError("%c arg not in range(256)");
    return String.fromCharCode(Number(code));
  },
  not_whole: (value, type) =>
    `%${type === "i" ? "d" : type} format: ${"diu".includes(type) ? "a real number" : "an integer"} is required, not ${type_name(value)}`,
  not_real: (value) => `float argument required, not ${type_name(value)}`,
};

function content(value: Dynamic): string {
  const bytes = bytes_of(value);
  if (bytes !== null) return latin_text(bytes);
  const own: unknown =
    typeof value === "object" && value !== null ? value.__bytes__?.() : undefined;
  const given = bytes_of(own);
  if (given !== null) return latin_text(given);
  throw new TypeError(
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${type_name(value)}'`,
  );
}
