// The JavaScript primitive within a value: what comparisons of numbers and strings look at.
import { Float } from "./float.ts";
import { PRIMITIVE } from "./primitive.ts";

/** The primitive in a Float, or in an instance of a subclass of int, float or str; other values as they are. */
export function unboxed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Float) return value.valueOf();
  return PRIMITIVE in value ? unboxed(value[PRIMITIVE]) : value;
}
