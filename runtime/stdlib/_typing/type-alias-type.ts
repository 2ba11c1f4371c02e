// typing.TypeAliasType: what `type Pair = tuple[int, int]` makes.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { GenericAlias } from "../../builtins/sequences/generic-alias.ts";
import { TypeVar } from "./type-var.ts";

/** Shows itself by its name; the value is evaluated when it is asked for. */
export class TypeAliasType {
  static readonly __name__: string = "TypeAliasType";
  static readonly __module__: string = "typing";
  readonly __name__: string;
  readonly __type_params__: readonly TypeVar[];
  readonly #value: () => Dynamic;

  constructor(name: string, value: () => Dynamic, ...type_params: readonly string[]) {
    this.__name__ = name;
    this.__type_params__ = Tuple.from_iterable(type_params.map((each) => TypeVar.bare(each)));
    this.#value = value;
  }

  get __value__(): Dynamic {
    return this.#value();
  }

  __getitem__(key: Dynamic): GenericAlias {
    return new GenericAlias(this, key);
  }

  __repr__(): string {
    return this.__name__;
  }
}
