// The key of the `__new__` that classes inherit from a built-in type.

/** Under which a class below a built-in type inherits that type's `__new__`. */
export const NATIVE_NEW: unique symbol = Symbol("native __new__");
