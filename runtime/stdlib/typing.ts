// typing: what type checkers read; at run time names that can be subscripted, and a few functions.
import type { Dynamic } from "../builtins/dynamic.ts";
import { type } from "../builtins/attributes/type.ts";
import { dict } from "../builtins/mappings/dict-type.ts";
import { list } from "../builtins/sequences/list.ts";
import { tuple } from "../builtins/sequences/tuple-type.ts";
import { frozenset } from "../builtins/sets/frozenset.ts";
import { set } from "../builtins/sets/set.ts";
import type { Dict as PyDict } from "../builtins/mappings/dict.ts";
import { SpecialForm } from "./_typing/special-form.ts";
import { type_hints } from "./_typing/type-hints.ts";

export { TypeAliasType } from "./_typing/type-alias-type.ts";
export { ParamSpec, TypeVar, TypeVarTuple } from "./_typing/type-var.ts";
export { get_args, get_origin, SpecialForm } from "./_typing/special-form.ts";
export { TypedDict } from "./_typing/typed-dict.ts";
export { NamedTuple } from "./_typing/named-tuple.ts";

/** Only the type checker's branch is not taken. */
export const TYPE_CHECKING: boolean = false;

/** The value as it is. */
export function cast<T = Dynamic>(_typ: unknown, val: unknown): T {
  return val as T;
}

/** Decorators that only type checkers look at give back what they get. */
export function overload<F>(func: F): F {
  return func;
}

export function final<F>(f: F): F {
  return f;
}

export function override<F>(method: F): F {
  return method;
}

export function no_type_check<F>(arg: F): F {
  return arg;
}

export function runtime_checkable<C>(cls: C): C {
  return cls;
}

/** A name for a type that is otherwise the same: calling it gives the value back. */
export function NewType<T>(_name: string, _tp: T): (value: Dynamic) => Dynamic {
  return (value) => value;
}

/** Bases that say something to type checkers only. */
export abstract class Generic {
  static readonly __name__: string = "Generic";
  static readonly __module__: string = "typing";
  /** Nothing is ever one of these alone. */
  declare private readonly _is_generic: true;
}

export abstract class Protocol {
  static readonly __name__: string = "Protocol";
  static readonly __module__: string = "typing";
  declare private readonly _is_protocol: true;
}

const form = (name: string, origin: unknown = null): SpecialForm => new SpecialForm(name, origin);

export const Any = form("Any");
export const Optional = form("Optional");
export const Union = form("Union");
export const Literal = form("Literal");
export const Final = form("Final");
export const ClassVar = form("ClassVar");
export const Annotated = form("Annotated");
export const Callable = form("Callable");
export const Awaitable = form("Awaitable");
export const Coroutine = form("Coroutine");
export const AsyncIterator = form("AsyncIterator");
export const AsyncIterable = form("AsyncIterable");
export const AsyncGenerator = form("AsyncGenerator");
export const AsyncContextManager = form("AsyncContextManager");
export const ContextManager = form("ContextManager");
export const Iterator = form("Iterator");
export const Iterable = form("Iterable");
export const Generator = form("Generator");
export const Sequence = form("Sequence");
export const MutableSequence = form("MutableSequence");
export const Mapping = form("Mapping");
export const MutableMapping = form("MutableMapping");
export const Collection = form("Collection");
export const Hashable = form("Hashable");
export const Sized = form("Sized");
export const List = form("List", list);
export const Dict = form("Dict", dict);
export const Set = form("Set", set);
export const FrozenSet = form("FrozenSet", frozenset);
export const Tuple = form("Tuple", tuple);
export const Deque = form("Deque");
export const DefaultDict = form("DefaultDict");
export const OrderedDict = form("OrderedDict");
export const Counter = form("Counter");
export const Type = form("Type", type);
export const Text = form("Text");
export const NoReturn = form("NoReturn");
export const Never = form("Never");
export const Self = form("Self");
export const TypeAlias = form("TypeAlias");
export const Concatenate = form("Concatenate");
export const IO = form("IO");
export const TextIO = form("TextIO");
export const Pattern = form("Pattern");
export const SupportsInt = form("SupportsInt");
export const SupportsFloat = form("SupportsFloat");
export const AnyStr = form("AnyStr");
export const LiteralString = form("LiteralString");
export const NotRequired = form("NotRequired");
export const Required = form("Required");
export const TypeGuard = form("TypeGuard");
export const Unpack = form("Unpack");

const FORMS: Readonly<Record<string, SpecialForm>> = {
  Any,
  Optional,
  Union,
  Literal,
  Final,
  ClassVar,
  Annotated,
  Callable,
  Awaitable,
  Coroutine,
  AsyncIterator,
  AsyncIterable,
  AsyncGenerator,
  AsyncContextManager,
  ContextManager,
  Iterator,
  Iterable,
  Generator,
  Sequence,
  MutableSequence,
  Mapping,
  MutableMapping,
  Collection,
  Hashable,
  Sized,
  List,
  Dict,
  Set,
  FrozenSet,
  Tuple,
  Deque,
  DefaultDict,
  OrderedDict,
  Counter,
  Type,
  Text,
  NoReturn,
  Never,
  Self,
  TypeAlias,
  Concatenate,
  IO,
  TextIO,
  Pattern,
  SupportsInt,
  SupportsFloat,
  AnyStr,
  LiteralString,
  NotRequired,
  Required,
  TypeGuard,
  Unpack,
};

/** The annotations of a class, with its bases', or of a function; what they give as text is looked up. */
export function get_type_hints(
  obj: Dynamic,
  globalns: Dynamic = null,
  localns: Dynamic = null,
  include_extras = false,
): PyDict<string, Dynamic> {
  return type_hints(obj, globalns, localns, include_extras, (name) => FORMS[name]);
}
