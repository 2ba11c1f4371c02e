// Instances of subclasses of int, float and str: objects that carry the primitive value they stand for.

/** The key under which an instance of such a subclass keeps its value. */
export const PRIMITIVE: unique symbol = Symbol("primitive");

/** Makes an instance of a subclass stand for a value; JavaScript's own conversions give it too. */
export function keep_primitive(instance: object, value: unknown): void {
  Object.defineProperty(instance, PRIMITIVE, { value });
  Object.defineProperty(instance, Symbol.toPrimitive, {
    value: () => (typeof value === "object" && value !== null ? value.valueOf() : value),
  });
}

/** The plain int, float or str for an instance of a subclass of one; any other value as it is. */
export function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !(PRIMITIVE in value)) return value;
  return value[PRIMITIVE];
}
