// Ellipsis: `...`.

class EllipsisType {
  static readonly __name__ = "ellipsis";
  static readonly __module__ = "builtins";

  __repr__(): string {
    return "Ellipsis";
  }
}

export const Ellipsis: EllipsisType = Object.freeze(new EllipsisType());
