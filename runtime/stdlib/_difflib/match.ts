// Match: a block of equal items in two sequences, a tuple whose items have names.
import type { int } from "../../builtins/index.ts";
import { Tuple } from "../../builtins/tuple.ts";

/** `a[match.a : match.a + match.size] == b[match.b : match.b + match.size]`. */
export class Match extends Tuple<int> {
  static override readonly __name__: string = "Match";
  static override readonly __module__: string = "difflib";

  get a(): int {
    return this[0] as int;
  }

  get b(): int {
    return this[1] as int;
  }

  get size(): int {
    return this[2] as int;
  }

  get _fields(): readonly string[] {
    return Tuple.of("a", "b", "size");
  }

  __repr__(): string {
    return `Match(a=${this.a}, b=${this.b}, size=${this.size})`;
  }
}

export function match_of(a: int, b: int, size: int): Match {
  return Match.of(a, b, size) as unknown as Match;
}
