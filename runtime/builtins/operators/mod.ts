// a % b: the remainder of numbers, the formatting of strings
import type { Dynamic } from "../dynamic.ts";
import { NotImplemented } from "../not-implemented.ts";
import { plain } from "../primitive.ts";
import { percent_format } from "../text/percent-format.ts";
import { binary, type Operator } from "./dispatch.ts";
import { modulo_floats, modulo_integers, modulo_safe } from "./modulo.ts";

/** `a % b`. ZeroDivisionError; TypeError where the two have no remainder; the errors of formatting. */
export function mod(a: number, b: number): number;
export function mod(a: string, b: unknown): string;
export function mod(a: unknown, b: unknown): Dynamic;
export function mod(a: unknown, b: unknown): Dynamic {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && b !== 0) {
    return modulo_safe(a as number, b as number);
  }
  return binary(a, b, MOD);
}

export const MOD: Operator = {
  symbol: "%",
  method: "__mod__",
  reflected: "__rmod__",
  integers: modulo_integers,
  floats: modulo_floats,
  others(a: Dynamic, b: Dynamic): Dynamic {
    const template = plain(a);
    return typeof template === "string" ? percent_format(template, b) : NotImplemented;
  },
};
