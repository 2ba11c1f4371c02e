// callable(): whether a value can be called.

/** `callable(value)`: functions, classes and objects with `__call__`. */
export function callable(value: unknown): boolean {
  if (typeof value === "function") return true;
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "__call__") === "function"
  );
}
