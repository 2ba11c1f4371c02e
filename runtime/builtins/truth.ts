// Whether a value counts as true: `if x`, `not x`, `bool(x)`.
import type { Dynamic } from "./dynamic.ts";
import { TypeError, ValueError } from "./exceptions/hierarchy.ts";
import { Float } from "./float.ts";
import { PRIMITIVE } from "./primitive.ts";
import { type_name } from "./type-name.ts";

/** `bool(value)`. TypeError when a `__bool__` returns something else than a bool. */
export function truth(value: unknown): boolean {
  switch (typeof value) {
    case "boolean":
      return value;
    case "number":
      return value !== 0; // NaN is true in Python
    case "object":
      return value !== null && object_truth(value);
    default:
      return Boolean(value);
  }
}

function object_truth(value: Dynamic): boolean {
  if (Array.isArray(value) && value.constructor === Array) return value.length > 0;
  if (typeof value.__bool__ === "function") {
    const result: unknown = value.__bool__();
    if (typeof result === "boolean") return result;
    throw new TypeError(`__bool__ should return bool, returned ${type_name(result)}`);
  }
  if (typeof value.__len__ === "function") {
    const length: unknown = value.__len__();
    return typeof length === "number" && length >= 0 ? length > 0 : is_length(length);
  }
  if (value instanceof Float) return value.valueOf() !== 0;
  if (PRIMITIVE in value) return truth(value[PRIMITIVE]);
  return Array.isArray(value) ? value.length > 0 : true;
}

/** Of a `__len__` that gives no ordinary number. */
function is_length(given: unknown): boolean {
  const length = given instanceof Object && PRIMITIVE in given ? given[PRIMITIVE] : given;
  if (typeof length === "boolean") return length;
  if (typeof length !== "bigint" && !Number.isInteger(length))
    throw new TypeError(`'${type_name(given)}' object cannot be interpreted as an integer`);
  if (Number(length) < 0) throw new ValueError("__len__() should return >= 0");
  return Number(length) > 0;
}
