// sys.int_info: how CPython keeps its ints; what programs print of it.

import type { int } from "../../builtins/int.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";

const NAMES = [
  "bits_per_digit",
  "sizeof_digit",
  "default_max_str_digits",
  "str_digits_check_threshold",
];

export class IntInfo extends Tuple<Dynamic> {
  static override readonly __name__: string = "int_info";
  static override readonly __module__: string = "sys";

  get bits_per_digit(): int {
    return this[0];
  }

  get sizeof_digit(): int {
    return this[1];
  }

  get default_max_str_digits(): int {
    return this[2];
  }

  get str_digits_check_threshold(): int {
    return this[3];
  }

  __repr__(): string {
    return `sys.int_info(${NAMES.map((name, at) => `${name}=${repr(this[at])}`).join(", ")})`;
  }
}
