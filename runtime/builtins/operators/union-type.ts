// `int | str` and `Foo | None` as values.
import type { Dynamic } from "../dynamic.ts";
import { NoneType } from "../attributes/type-objects.ts";
import { eq } from "../equality.ts";
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
    this.__args__ = Tuple.from_iterable(different(alternatives));
  }

  __or__(other: Dynamic): Dynamic {
    return union_of(this, other);
  }

  __ror__(other: Dynamic): Dynamic {
    return union_of(other, this);
  }

  __eq__(other: unknown): Dynamic {
    return other instanceof UnionType
      ? are_same_types(this.__args__, other.__args__)
      : NotImplemented;
  }

  __hash__(): int {
    return hash_of_types(this.__args__);
  }

  __repr__(): string {
    return this.__args__.map(shown).join(" | ");
  }
}

/** The alternatives of two unions, in whatever order. */
export function are_same_types(some: readonly Dynamic[], others: readonly Dynamic[]): boolean {
  return (
    some.length === others.length && some.every((one) => others.some((other) => eq(one, other)))
  );
}

/** The same in every order. */
export function hash_of_types(types: readonly Dynamic[]): int {
  return types.reduce<number>((sum, one) => (sum + hash(one)) % 2 ** 50, 0);
}

function different(types: readonly Dynamic[]): readonly Dynamic[] {
  return types.filter((each, at) => types.findIndex((one) => eq(one, each)) === at);
}

/** `a | b` of two types; NotImplemented where one is no type. `None` stands for its own type. */
export function union_of(a: Dynamic, b: Dynamic): Dynamic {
  const [left, right] = [alternatives(a), alternatives(b)];
  if (left === null || right === null || (a == null && b == null)) return NotImplemented;
  const all = [...left, ...right];
  const types = all.map((one) => (one === null ? NoneType : one));
  if (different(types).length > 1) return new UnionType(types);
  return types[0];
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
