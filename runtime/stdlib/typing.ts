// typing: names for type checkers. At run time they are objects that can be subscripted and shown, no more.
import type { Dynamic } from "../builtins/dynamic.ts";

/** `Optional`, `List` … : `List[int]` is `List` again. */
class SpecialForm {
  static readonly __module__: string = "typing";
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  __getitem__(_parameters: unknown): this {
    return this;
  }

  __or__(_other: unknown): this {
    return this;
  }

  __ror__(_other: unknown): this {
    return this;
  }

  __repr__(): string {
    return `typing.${this.name}`;
  }
}

export const Any = new SpecialForm("Any");
export const Annotated = new SpecialForm("Annotated");
export const AnyStr = new SpecialForm("AnyStr");
export const AsyncContextManager = new SpecialForm("AsyncContextManager");
export const AsyncGenerator = new SpecialForm("AsyncGenerator");
export const AsyncIterable = new SpecialForm("AsyncIterable");
export const AsyncIterator = new SpecialForm("AsyncIterator");
export const Awaitable = new SpecialForm("Awaitable");
export const Callable = new SpecialForm("Callable");
export const ClassVar = new SpecialForm("ClassVar");
export const Collection = new SpecialForm("Collection");
export const Concatenate = new SpecialForm("Concatenate");
export const ContextManager = new SpecialForm("ContextManager");
export const Coroutine = new SpecialForm("Coroutine");
export const DefaultDict = new SpecialForm("DefaultDict");
export const Deque = new SpecialForm("Deque");
export const Dict = new SpecialForm("Dict");
export const Final = new SpecialForm("Final");
export const FrozenSet = new SpecialForm("FrozenSet");
export const Generator = new SpecialForm("Generator");
export const Hashable = new SpecialForm("Hashable");
export const IO = new SpecialForm("IO");
export const Iterable = new SpecialForm("Iterable");
export const Iterator = new SpecialForm("Iterator");
export const List = new SpecialForm("List");
export const Literal = new SpecialForm("Literal");
export const LiteralString = new SpecialForm("LiteralString");
export const Mapping = new SpecialForm("Mapping");
export const MutableMapping = new SpecialForm("MutableMapping");
export const MutableSequence = new SpecialForm("MutableSequence");
export const Never = new SpecialForm("Never");
export const NoReturn = new SpecialForm("NoReturn");
export const NotRequired = new SpecialForm("NotRequired");
export const Optional = new SpecialForm("Optional");
export const OrderedDict = new SpecialForm("OrderedDict");
export const Pattern = new SpecialForm("Pattern");
export const Required = new SpecialForm("Required");
export const Self = new SpecialForm("Self");
export const Sequence = new SpecialForm("Sequence");
export const Set = new SpecialForm("Set");
export const Sized = new SpecialForm("Sized");
export const Text = new SpecialForm("Text");
export const Tuple = new SpecialForm("Tuple");
export const Type = new SpecialForm("Type");
export const TypeAlias = new SpecialForm("TypeAlias");
export const TypeGuard = new SpecialForm("TypeGuard");
export const Union = new SpecialForm("Union");
export const Unpack = new SpecialForm("Unpack");

/** False: code for type checkers never runs. */
export const TYPE_CHECKING: boolean = false;

/** `TypeVar("T", bound=…)`. */
export class TypeVar {
  static readonly __module__: string = "typing";
  readonly __name__: string;

  constructor(name: string, ..._constraints: readonly Dynamic[]) {
    this.__name__ = name;
  }

  __repr__(): string {
    return `~${this.__name__}`;
  }
}

export class ParamSpec extends TypeVar {
  readonly args: this = this;
  readonly kwargs: this = this;
}

export class TypeVarTuple extends TypeVar {}

/** A base that says something to type checkers only. */
// oxlint-disable-next-line typescript/no-extraneous-class -- programs inherit from it
export class Generic {
  static readonly __module__: string = "typing";
}

// oxlint-disable-next-line typescript/no-extraneous-class -- programs inherit from it
export class Protocol {
  static readonly __module__: string = "typing";
}

/** `cast(type, value)`: the value. */
export function cast(_type: unknown, value: Dynamic): Dynamic {
  return value;
}

/** `NewType("UserId", int)`: a function that gives back what it gets. */
export function NewType(_name: string, _type: unknown): <T>(value: T) => T {
  return (value) => value;
}

export function final<T>(definition: T): T {
  return definition;
}

export function overload<T>(definition: T): T {
  return definition;
}

export function override<T>(definition: T): T {
  return definition;
}

export function no_type_check<T>(definition: T): T {
  return definition;
}

export function runtime_checkable<T>(definition: T): T {
  return definition;
}
