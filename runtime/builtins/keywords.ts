// Keyword arguments arrive in one trailing plain object, which is never a Python value.

/** Whether a value is such an object. */
export function is_keywords(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
