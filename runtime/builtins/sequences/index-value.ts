// What Python takes as an index: ints, bools and objects with __index__.
import { TypeError } from "../exceptions/index.ts";
import { plain } from "../primitive.ts";
import { type_name } from "../type-name.ts";

/** `operator.index(value)` as a number or, beyond 2**53, a bigint; `null` when the value is no index. */
export function as_index(value: unknown): number | bigint | null {
  if (typeof value === "number") return Number.isInteger(value) ? value : null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "bigint") return value;
  if (typeof value !== "object" || value === null) return null;
  const primitive = plain(value);
  if (primitive !== value) return typeof primitive === "string" ? null : as_index(primitive);
  if (!("__index__" in value) || typeof value.__index__ !== "function") return null;
  const own: unknown = value.__index__();
  const index = as_index(own);
  if (index === null) throw new TypeError(`__index__ returned non-int (type ${type_name(own)})`);
  return index;
}

/** The same where an int is the only thing that will do: TypeError otherwise. */
export function require_index(value: unknown): number | bigint {
  const index = as_index(value);
  if (index === null)
    throw new TypeError(`'${type_name(value)}' object cannot be interpreted as an integer`);
  return index;
}

/** An index that counts something in memory: huge ints become infinities, which lie beyond every end. */
export function require_position(value: unknown): number {
  return Number(require_index(value));
}

/** Whether CPython can count to it in a sequence: an int of 64 bits. */
export function fits_index(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}
