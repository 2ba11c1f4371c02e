// auto(), member(), nonmember(): what a class body says of a value that is to become a member, or not.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { repr } from "../../builtins/representation.ts";

/** A value that `_generate_next_value_` of the class chooses. */
export class Auto {
  static readonly __name__: string = "auto";
  static readonly __module__: string = "enum";
  value: Dynamic = null;
  is_chosen = false;

  __repr__(): string {
    return `auto(${this.is_chosen ? repr(this.value) : "<object object>"})`;
  }
}

/** `auto()`: typed as what it will be. */
export function auto(): Dynamic {
  return new Auto();
}

class Marked {
  readonly value: Dynamic;
  constructor(value: Dynamic) {
    this.value = value;
  }
}

/** `member(value)`: becomes a member even if it would not (a function, a class). */
export class member extends Marked {
  static readonly __module__: string = "enum";
}

/** `nonmember(value)`: stays the plain value. */
export class nonmember extends Marked {
  static readonly __module__: string = "enum";
}
