// Arguments of mathematical functions: any real number as a JavaScript double, any integer as a bigint.
import { OverflowError, TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { as_float, Float, type float } from "../../builtins/float.ts";
import { plain } from "../../builtins/primitive.ts";
import { type_name } from "../../builtins/type-name.ts";

/** A number as a double. TypeError for what is no real number; OverflowError for an int beyond every double. */
export function real(value: unknown): number {
  if (typeof value === "number") return value;
  if (value instanceof Float) return value.valueOf();
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "bigint") return double_of(value);
  return real_of_object(plain(value), value);
}

/** An int as a bigint. TypeError for floats and all else: `'float' object cannot be interpreted as an integer`. */
export function integer(value: unknown): bigint {
  const number = plain(value);
  if (typeof number === "bigint") return number;
  if (typeof number === "boolean") return number ? 1n : 0n;
  if (typeof number === "number" && Number.isInteger(number)) return BigInt(number);
  const index = method(value, "__index__");
  if (index !== null) return integer(Reflect.apply(index, value, []));
  throw new TypeError(`'${type_name(value)}' object cannot be interpreted as an integer`);
}

/** A double as the Python float it is; with Python's errors where C sets errno. */
export function result(value: number, ...operands: readonly number[]): float {
  if (Number.isNaN(value) && !operands.some(Number.isNaN))
    throw new ValueError("math domain error");
  if (!Number.isFinite(value) && !Number.isNaN(value) && operands.every(Number.isFinite)) {
    throw new OverflowError("math range error");
  }
  return as_float(value);
}

/** A method of an object, or `null`. */
export function method(value: unknown, name: string): Function | null {
  if (typeof value !== "object" || value === null) return null;
  const found: unknown = Reflect.get(value, name);
  return typeof found === "function" ? found : null;
}

function double_of(value: bigint): number {
  const double = Number(value);
  if (!Number.isFinite(double)) throw new OverflowError("int too large to convert to float");
  return double;
}

function real_of_object(primitive: unknown, value: unknown): number {
  if (primitive !== value) return real(primitive);
  const as_real = method(value, "__float__") ?? method(value, "__index__");
  if (as_real !== null) return real(Reflect.apply(as_real, value, []));
  throw new TypeError(`must be real number, not ${type_name(value)}`);
}
