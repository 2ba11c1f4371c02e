// Class attributes seen through instances: the class's value until the instance has its own.

/**
 * Lets instances of the class read its static `names`, as Python's attribute lookup does: through the class of
 * the instance, so that a subclass's value comes first. Assigning gives the instance its own.
 * Emitted as `static { class_attributes(this, "count"); }`.
 */
export function class_attributes(cls: Function, ...names: readonly string[]): void {
  for (const name of names) {
    Object.defineProperty(cls.prototype, name, {
      get(this: object): unknown {
        const owner = this.constructor;
        const value: unknown = Reflect.get(owner, name);
        // Static and class methods belong to the class, whoever they are called on.
        return is_method(owner, value) ? value.bind(owner) : value;
      },
      set(this: object, value: unknown): void {
        Object.defineProperty(this, name, {
          value,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      },
      enumerable: false,
      configurable: true,
    });
  }
}

/** A function with the syntax of a method has no prototype; a class or function kept in an attribute has one. */
function is_method(_owner: Function, value: unknown): value is Function {
  return typeof value === "function" && !Object.hasOwn(value, "prototype");
}
