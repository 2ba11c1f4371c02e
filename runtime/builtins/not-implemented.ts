// NotImplemented: what a special method returns to let the other operand try.

class NotImplementedType {
  static readonly __name__ = "NotImplementedType";
  static readonly __module__ = "builtins";

  __repr__(): string {
    return "NotImplemented";
  }
}

export const NotImplemented: NotImplementedType = Object.freeze(new NotImplementedType());
