// typing's forms: `Optional`, `List` … as values, and what subscripting them gives.
import { NoneType } from "../../builtins/attributes/type-objects.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Ellipsis } from "../../builtins/ellipsis.ts";
import { eq } from "../../builtins/equality.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { hash } from "../../builtins/hash.ts";
import type { int } from "../../builtins/int.ts";
import { are_same_types, hash_of_types, UnionType } from "../../builtins/operators/union-type.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { class_full_name, is_class } from "../../builtins/type-name.ts";

/** A form such as `Optional`: it exists as a value, and `Optional[int]` does too. */
export class SpecialForm {
  static readonly __name__: string = "_SpecialForm";
  static readonly __module__: string = "typing";
  readonly __name__: string;
  /** The class that the form stands for: `list` for `List`. */
  readonly __origin__: Dynamic;

  constructor(name: string, origin: Dynamic = null) {
    this.__name__ = name;
    this.__origin__ = origin;
  }

  __getitem__(item: unknown): Dynamic {
    const given: readonly Dynamic[] = item instanceof Tuple ? item : [item];
    if (this.__name__ === "Optional") return united(this, [...given, null]);
    if (this.__name__ === "Union") return united(this, given);
    return new TypingAlias(this, given);
  }

  __or__(other: unknown): Dynamic {
    return united(this, [this, other]);
  }

  __ror__(other: unknown): Dynamic {
    return united(this, [other, this]);
  }

  /** `List()` makes a list. */
  __call__(...args: readonly Dynamic[]): Dynamic {
    if (this.__origin__ === null) throw new TypeError(`Cannot instantiate ${repr(this)}`);
    return this.__origin__(...args);
  }

  __repr__(): string {
    return `typing.${this.__name__}`;
  }
}

/** `List[int]`, `Union[int, str]`. */
export class TypingAlias {
  static readonly __name__: string = "_GenericAlias";
  static readonly __module__: string = "typing";
  readonly __origin__: Dynamic;
  readonly __args__: readonly Dynamic[];
  readonly #form: SpecialForm;

  constructor(form: SpecialForm, args: readonly Dynamic[]) {
    this.#form = form;
    this.__origin__ = form.__origin__ ?? form;
    const flat = args.flatMap((each) =>
      Array.isArray(each) && !(each instanceof Tuple) ? (each as Dynamic[]) : [each],
    );
    const is_of_types = form.__name__ !== "Literal" && form.__name__ !== "Annotated";
    this.__args__ = Tuple.from_iterable(is_of_types ? flat.map(none_as_type) : flat);
  }

  /** The same form of other types. */
  of_arguments(args: readonly Dynamic[]): TypingAlias {
    return new TypingAlias(this.#form, args);
  }

  get is_union(): boolean {
    return this.#name === "Union";
  }

  get #name(): string {
    return this.#form.__name__;
  }

  __or__(other: unknown): Dynamic {
    return united(this.#form, [this, other]);
  }

  __ror__(other: unknown): Dynamic {
    return united(this.#form, [other, this]);
  }

  __call__(...args: readonly Dynamic[]): Dynamic {
    return this.#form.__call__(...args);
  }

  __eq__(other: unknown): boolean {
    if (this.is_union) return is_union(other) && are_same_types(this.__args__, other.__args__);
    return (
      other instanceof TypingAlias &&
      other.__origin__ === this.__origin__ &&
      eq(other.__args__, this.__args__)
    );
  }

  __hash__(): int {
    if (this.is_union) return hash_of_types(this.__args__);
    return hash(Tuple.of(this.#name, this.__args__));
  }

  __repr__(): string {
    const args = this.__args__.map(shown);
    if (this.#name === "Literal") return `typing.Literal[${this.__args__.map(repr).join(", ")}]`;
    if (this.#name === "Annotated")
      return `typing.Annotated[${[args[0], ...this.__args__.slice(1).map(repr)].join(", ")}]`;
    if (this.#name === "Union" && args.length === 2 && this.__args__.includes(NoneType))
      return `typing.Optional[${args[this.__args__[0] === NoneType ? 1 : 0]}]`;
    if (this.#name === "Callable") {
      const taken = this.__args__[0] === Ellipsis ? "..." : `[${args.slice(0, -1).join(", ")}]`;
      return `typing.Callable[${taken}, ${args.at(-1)}]`;
    }
    return `typing.${this.#name}[${args.join(", ")}]`;
  }
}

function is_union(value: unknown): value is TypingAlias | UnionType {
  return value instanceof UnionType || (value instanceof TypingAlias && value.is_union);
}

const UNION = /* @__PURE__ */ new SpecialForm("Union");

/** One type alone is itself; unions inside are part of the one around. */
function united(form: SpecialForm, given: readonly Dynamic[]): Dynamic {
  const union = form.__name__ === "Union" ? form : UNION;
  const parts = given.flatMap((each) =>
    is_union(each) ? [...each.__args__] : [none_as_type(each)],
  );
  const different = parts.filter((each, at) => parts.findIndex((one) => eq(one, each)) === at);
  return different.length === 1 ? different[0] : new TypingAlias(union, different);
}

function none_as_type(type: Dynamic): Dynamic {
  return type === null ? NoneType : type;
}

function shown(type: Dynamic): string {
  if (type === null || type === NoneType) return "NoneType";
  if (type === Ellipsis) return "...";
  if (typeof type === "string") return `ForwardRef(${repr(type)})`;
  return typeof type === "function" && is_class(type) ? class_full_name(type) : repr(type);
}

/** `get_origin(List[int])` is list; None for what is no generic. */
export function get_origin(tp: Dynamic): Dynamic {
  if (tp instanceof UnionType) return UnionType;
  return tp?.__args__ === undefined ? null : (tp.__origin__ ?? null);
}

/** `get_args(Dict[str, int])` is `(str, int)`. */
export function get_args(tp: Dynamic): readonly Dynamic[] {
  const args: readonly Dynamic[] = tp?.__args__ ?? Tuple.of();
  const is_callable = tp instanceof TypingAlias && tp.__repr__().startsWith("typing.Callable");
  if (!is_callable || args[0] === Ellipsis) return args;
  return Tuple.of(args.slice(0, -1), args.at(-1));
}
