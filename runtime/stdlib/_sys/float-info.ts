// sys.float_info: the limits of floats, which are the same doubles here.
import type { float } from "../../builtins/float.ts";
import type { int } from "../../builtins/int.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";

const NAMES = [
  "max",
  "max_exp",
  "max_10_exp",
  "min",
  "min_exp",
  "min_10_exp",
  "dig",
  "mant_dig",
  "epsilon",
  "radix",
  "rounds",
];

export class FloatInfo extends Tuple<Dynamic> {
  static override readonly __name__: string = "float_info";
  static override readonly __module__: string = "sys";

  get max(): float {
    return this[0];
  }

  get max_exp(): int {
    return this[1];
  }

  get max_10_exp(): int {
    return this[2];
  }

  get min(): float {
    return this[3];
  }

  get min_exp(): int {
    return this[4];
  }

  get min_10_exp(): int {
    return this[5];
  }

  get dig(): int {
    return this[6];
  }

  get mant_dig(): int {
    return this[7];
  }

  get epsilon(): float {
    return this[8];
  }

  get radix(): int {
    return this[9];
  }

  get rounds(): int {
    return this[10];
  }

  __repr__(): string {
    return `sys.float_info(${NAMES.map((name, at) => `${name}=${repr(this[at])}`).join(", ")})`;
  }
}
