// Which numbers values are: the integer or the double in them, for the operators' slow paths.
import { Float } from "../float.ts";
import { OverflowError } from "../exceptions/hierarchy.ts";
import { PRIMITIVE } from "../primitive.ts";

/** The integer of an int, a bool or an instance of a subclass of int; `null` for anything else. */
export function integer_value(value: unknown): number | bigint | null {
  switch (typeof value) {
    case "number":
      return Number.isInteger(value) ? value : null;
    case "bigint":
      return value;
    case "boolean":
      return value ? 1 : 0;
    case "object":
      return value !== null && PRIMITIVE in value ? integer_value(value[PRIMITIVE]) : null;
    default:
      return null;
  }
}

/** The double of a float or an instance of a subclass of float; `null` for anything else, ints too. */
export function float_value(value: unknown): number | null {
  if (typeof value === "number") return Number.isInteger(value) ? null : value;
  if (typeof value !== "object" || value === null) return null;
  if (value instanceof Float) return value.valueOf();
  return PRIMITIVE in value ? float_value(value[PRIMITIVE]) : null;
}

/** The double of any real number; `null` for anything else. OverflowError when an int is too large. */
export function real_value(value: unknown): number | null {
  const integer = integer_value(value);
  return integer === null ? float_value(value) : int_to_double(integer);
}

/** An int as a double, rounded to even. OverflowError when it is too large. */
export function int_to_double(value: number | bigint): number {
  if (typeof value === "number") return value + 0; // -0 is the int 0
  const double = Number(value);
  if (!Number.isFinite(double)) throw new OverflowError("int too large to convert to float");
  return double;
}
