// Python's int: a number while it is a safe integer, else a bigint.

/** Typed `number`, for TypeScript mixes no bigints into arithmetic; beyond 2**53 the value is a bigint. */
export type int = number;

/** The Python int of a bigint: a number again as soon as it is safe. */
export function as_int(value: bigint): int {
  // Comparing costs half of what converting does, and most of what comes here stays big.
  return value > MAX_SAFE || value < -MAX_SAFE ? (value as unknown as int) : Number(value);
}

const MAX_SAFE = 9007199254740991n;

/** Whether a value is a Python int that is not a bool. */
export function is_int(value: unknown): value is int {
  return typeof value === "number" ? Number.isInteger(value) : typeof value === "bigint";
}
