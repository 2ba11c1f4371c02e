// len(): how many items.
import type { Dynamic } from "../dynamic.ts";
import { OverflowError, TypeError, ValueError } from "../exceptions/index.ts";
import type { int } from "../int.ts";
import { metaclass_method } from "../metaclass.ts";
import { plain } from "../primitive.ts";
import { type_name } from "../type-name.ts";
import { as_index } from "./index-value.ts";
import { text_length } from "../text/code-points.ts";

/** What `len` goes through where there is no native length. */
export interface Sized {
  __len__(): int;
}

/** `len(container)`: strings in code points. TypeError when the value has no length. */
export function len(container: string | readonly unknown[] | Sized): int;
export function len(container: unknown): int;
export function len(container: unknown): int {
  const value: Dynamic = container;
  if (typeof value === "string") return text_length(value);
  if (Array.isArray(value) && value.constructor === Array) return value.length;
  if (typeof value === "object" && value !== null) {
    if (typeof value.__len__ === "function") return checked(value.__len__());
    if (Array.isArray(value)) return value.length;
    const primitive = plain(value);
    if (typeof primitive === "string") return text_length(primitive);
  }
  const of_metaclass = metaclass_method(value, "__len__");
  if (of_metaclass !== null) return checked(of_metaclass());
  throw new TypeError(`object of type '${type_name(value)}' has no len()`);
}

function checked(length: unknown): int {
  if (typeof length === "number" && Number.isSafeInteger(length) && length >= 0) return length;
  const index = as_index(length);
  if (index === null)
    throw new TypeError(`'${type_name(length)}' object cannot be interpreted as an integer`);
  if (index < 0) throw new ValueError("__len__() should return >= 0");
  if (index >= 2 ** 63) throw new OverflowError("cannot fit 'int' into an index-sized integer");
  return index as int;
}
