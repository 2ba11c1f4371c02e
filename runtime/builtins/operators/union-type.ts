// `int | str` and `Foo | None` as values.
import type { Dynamic } from "../dynamic.ts";
import { hash } from "../hash.ts";
import type { int } from "../int.ts";
import { NotImplemented } from "../not-implemented.ts";
import { repr } from "../representation.ts";
import { Tuple } from "../tuple.ts";
import { class_full_name, is_class } from "../type-name.ts";

/** `types.UnionType`: alternatives without repetition, in the order in which they came. */
export class UnionType {
  static readonly __name__: string = "UnionType";
  static readonly __module__: string = "types";

  readonly __args__: readonly Dynamic[];

  constructor(alternatives: readonly Dynamic[]) {
    this.__args__ = Tuple.from_iterable(new Set(alternatives));
  }

  __or__(other: Dynamic): Dynamic {
    return union_of(this, other);
  }

  __ror__(other: Dynamic): Dynamic {
    return union_of(other, this);
  }

  __eq__(other: unknown): boolean {
    return (
      other instanceof UnionType &&
      other.__args__.length === this.__args__.length &&
      other.__args__.every((one) => this.__args__.includes(one))
    );
  }

  __hash__(): int {
    return this.__args__.reduce<number>((sum, one) => (sum + hash(one)) % 2 ** 50, 0);
  }

  __repr__(): string {
    return this.__args__.map(shown).join(" | ");
  }
}

/** `a | b` of two types; NotImplemented where one is no type. `None` stands for its own type. */
export function union_of(a: Dynamic, b: Dynamic): Dynamic {
  const [left, right] = [alternatives(a), alternatives(b)];
  if (left === null || right === null || (a == null && b == null)) return NotImplemented;
  const all = [...left, ...right];
  const types = all.map((one) => (is_none(one) ? null : one));
  if (new Set(types).size > 1) return new UnionType(types);
  return all.find((one) => one !== null) ?? all[0];
}

/** None, or its type. */
function is_none(type: Dynamic): boolean {
  return type === null || (typeof type === "function" && class_full_name(type) === "NoneType");
}

function alternatives(value: Dynamic): readonly Dynamic[] | null {
  if (value instanceof UnionType) return value.__args__;
  if (value == null) return [null];
  const is_type = typeof value === "function" ? is_class(value) : "__origin__" in Object(value);
  return is_type ? [value] : null;
}

function shown(type: Dynamic): string {
  if (is_none(type)) return "None";
  return typeof type === "function" ? class_full_name(type) : repr(type);
}
