// The attributes of ints and floats: real, imag, numerator, denominator.
import type { Dynamic } from "../dynamic.ts";
import { as_float } from "../float.ts";
import { float_value, integer_value } from "./kinds.ts";

/** The attribute of a number; `undefined` when the value is no number or has none of that name. */
export function number_part(value: unknown, name: string): Dynamic {
  const integer = integer_value(value);
  const double = integer === null ? float_value(value) : null;
  if (integer === null && double === null) return undefined;
  switch (name) {
    case "real":
      return integer ?? as_float(double ?? 0);
    case "imag":
      return integer === null ? as_float(0) : 0;
    case "numerator":
      return integer ?? undefined;
    case "denominator":
      return integer === null ? undefined : 1;
    default:
      return undefined;
  }
}
