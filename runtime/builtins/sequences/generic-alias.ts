// `list[int]` as a value: the type with what it was subscripted with.
import { call } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";
import { eq } from "../equality.ts";
import { TypeError } from "../exceptions/index.ts";
import { hash } from "../hash.ts";
import type { int } from "../int.ts";
import { repr } from "../representation.ts";
import { Tuple } from "../tuple.ts";
import { class_full_name, is_class } from "../type-name.ts";

/** `types.GenericAlias`: called, it is its origin. */
export class GenericAlias {
  static readonly __name__: string = "GenericAlias";
  static readonly __module__: string = "types";

  readonly __origin__: Dynamic;
  readonly __args__: readonly Dynamic[];

  constructor(origin: Dynamic, key: Dynamic) {
    this.__origin__ = origin;
    this.__args__ = key instanceof Tuple ? key : Tuple.of(key);
  }

  __call__(...args: readonly Dynamic[]): Dynamic {
    return call(this.__origin__, ...args);
  }

  __instancecheck__(): never {
    throw new TypeError("isinstance() argument 2 cannot be a parameterized generic");
  }

  __eq__(other: unknown): boolean {
    return (
      other instanceof GenericAlias &&
      other.__origin__ === this.__origin__ &&
      eq(other.__args__, this.__args__)
    );
  }

  __hash__(): int {
    return hash(Tuple.of(this.__origin__, this.__args__));
  }

  __repr__(): string {
    const given = this.__args__.map((one: Dynamic) =>
      typeof one === "function" && is_class(one)
        ? class_full_name(one)
        : one === null
          ? "None"
          : repr(one),
    );
    return `${class_full_name(this.__origin__)}[${given.join(", ")}]`;
  }
}

/** The built-in types that take type arguments. */
const GENERIC: ReadonlySet<string> = new Set(["list", "tuple", "dict", "set", "frozenset", "type"]);

/** Whether a class is one of them. */
export function is_generic_type(type: Dynamic): boolean {
  return Object.hasOwn(type, "__is_type__") && GENERIC.has(String(type.__name__));
}
