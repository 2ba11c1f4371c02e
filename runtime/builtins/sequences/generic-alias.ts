// `list[int]` as a value: the type with what it was subscripted with.
import { call } from "../calls/call.ts";
import type { Dynamic } from "../dynamic.ts";
import { Ellipsis } from "../ellipsis.ts";
import { eq } from "../equality.ts";
import { AttributeError, TypeError } from "../exceptions/index.ts";
import { hash } from "../hash.ts";
import type { int } from "../int.ts";
import { repr } from "../representation.ts";
import { Tuple } from "../tuple.ts";
import { class_full_name, class_qualname, is_class, type_name } from "../type-name.ts";
import { union_of } from "../operators/union-type.ts";

/** `types.GenericAlias`: called, it is its origin, whose attributes it has. */
export class GenericAlias {
  static readonly __name__: string = "GenericAlias";
  static readonly __module__: string = "types";

  readonly __origin__: Dynamic;
  readonly __args__: readonly Dynamic[];

  constructor(origin: Dynamic, key: Dynamic) {
    this.__origin__ = origin;
    this.__args__ = key instanceof Tuple ? key : Tuple.of(key);
  }

  get __parameters__(): readonly Dynamic[] {
    const found = new Set<Dynamic>();
    for (const one of this.__args__) {
      if (is_variable(one)) found.add(one);
      else if (one instanceof GenericAlias) for (const each of one.__parameters__) found.add(each);
    }
    return Tuple.from_iterable(found);
  }

  /** `list[T][int]`: the variables in order stand for the types given. */
  __getitem__(key: Dynamic): GenericAlias {
    const variables = this.__parameters__;
    if (variables.length === 0) throw new TypeError(`${repr(this)} is not a generic class`);
    const given: readonly Dynamic[] = key instanceof Tuple ? key : [key];
    if (given.length !== variables.length) {
      const many = given.length > variables.length ? "many" : "few";
      throw new TypeError(
        `Too ${many} arguments for ${repr(this)}; actual ${given.length}, expected ${variables.length}`,
      );
    }
    return this.#with(new Map(variables.map((each, index) => [each, given[index]])));
  }

  #with(types: ReadonlyMap<Dynamic, Dynamic>): GenericAlias {
    const args = this.__args__.map((one: Dynamic) =>
      one instanceof GenericAlias ? one.#with(types) : types.has(one) ? types.get(one) : one,
    );
    return new GenericAlias(this.__origin__, Tuple.from_iterable(args));
  }

  __call__(...args: readonly Dynamic[]): Dynamic {
    return call(this.__origin__, ...args);
  }

  get __name__(): string {
    return class_qualname(this.__origin__);
  }

  __getattr__(name: string): Dynamic {
    const origin = this.__origin__;
    if (name in origin) return origin[name];
    throw new AttributeError(`type object '${class_qualname(origin)}' has no attribute '${name}'`);
  }

  __instancecheck__(): never {
    throw new TypeError("isinstance() argument 2 cannot be a parameterized generic");
  }

  __or__(other: Dynamic): Dynamic {
    return union_of(this, other);
  }

  __ror__(other: Dynamic): Dynamic {
    return union_of(other, this);
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
    const given = this.__args__.map(shown).join(", ");
    return `${class_full_name(this.__origin__)}[${given === "" ? "()" : given}]`;
  }
}

/** `list[int]` as a value. */
export function generic_alias(origin: Dynamic, key: Dynamic): Dynamic {
  return new GenericAlias(origin, key);
}

function shown(one: Dynamic): string {
  if (one === Ellipsis) return "...";
  if (Array.isArray(one) && !(one instanceof Tuple)) return `[${one.map(shown).join(", ")}]`;
  if (typeof one === "function" && is_class(one)) return class_full_name(one);
  return one === null ? "None" : repr(one);
}

/** A TypeVar and its like. */
function is_variable(one: Dynamic): boolean {
  return typeof one === "object" && one !== null && /^(?:TypeVar|ParamSpec)/.test(type_name(one));
}

/** The built-in types that take type arguments. */
const GENERIC: ReadonlySet<string> = new Set(["list", "tuple", "dict", "set", "frozenset", "type"]);

/** Whether a class is one of them. */
export function is_generic_type(type: Dynamic): boolean {
  return Object.hasOwn(type, "__is_type__") && GENERIC.has(String(type.__name__));
}
