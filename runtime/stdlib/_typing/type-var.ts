// typing.TypeVar and its kin.
import { is_keywords } from "../../builtins/keywords.ts";
import { union_of } from "../../builtins/operators/union-type.ts";
import { Tuple } from "../../builtins/tuple.ts";

/** A type that stands for others. */
export class TypeVar {
  static readonly __name__: string = "TypeVar";
  static readonly __module__: string = "typing";
  readonly __name__: string;
  readonly __constraints__: readonly unknown[];
  #is_bare = false;

  constructor(name: string, ...constraints: readonly unknown[]) {
    this.__name__ = name;
    this.__constraints__ = Tuple.from_iterable(constraints.filter((each) => !is_keywords(each)));
  }

  /** The parameter of `class Box[T]`, which shows itself by its name. */
  static bare(name: string): TypeVar {
    const made = new TypeVar(name);
    made.#is_bare = true;
    return made;
  }

  __or__(other: unknown): unknown {
    return union_of(this, other);
  }

  __ror__(other: unknown): unknown {
    return union_of(other, this);
  }

  __repr__(): string {
    return this.#is_bare ? this.__name__ : `~${this.__name__}`;
  }
}

export class ParamSpec extends TypeVar {
  static override readonly __name__: string = "ParamSpec";
}

export class TypeVarTuple extends TypeVar {
  static override readonly __name__: string = "TypeVarTuple";
}
