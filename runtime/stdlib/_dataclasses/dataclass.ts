// dataclass(): gives a class __repr__, equality, order and hash by its fields.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { NotImplementedError } from "../../builtins/exceptions/index.ts";
import {
  as_float,
  bool,
  Dict,
  eq,
  ge,
  gt,
  hash,
  le,
  lt,
  NotImplemented,
  signature,
} from "../../builtins/index.ts";
import { repr, repr_guarded } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { class_qualname } from "../../builtins/type-name.ts";
import { annotations_of_class } from "../../builtins/classes/annotations.ts";
import { type Field, Field as FieldOf, type FieldDefault, note_fields } from "./fields.ts";
import { freeze } from "./frozen.ts";

export interface DataclassOptions {
  eq?: boolean;
  frozen?: boolean;
  order?: boolean;
  repr?: boolean;
  /** Fields that the repr leaves out. */
  hidden?: readonly string[];
  /** Fields that equality, order and hash leave out. */
  incomparable?: readonly string[];
  kw_only?: readonly string[];
  without_init?: readonly string[];
  /** Parameters that only `__post_init__` gets. */
  init_vars?: readonly string[];
  /** Fields whose place in the hash is another than their place in equality. */
  hashed?: readonly string[];
  unhashed?: readonly string[];
  /** Fields that hold their floats as plain numbers. */
  floats?: readonly string[];
  metadata?: Readonly<Record<string, Dynamic>>;
  /** In programs that look at fields: what is evaluated where the caller gives nothing, and what makes it. */
  defaults?: Readonly<Record<string, () => Dynamic>>;
  factories?: Readonly<Record<string, () => Dynamic>>;
  slots?: boolean;
  unsafe_hash?: boolean;
  match_args?: boolean;
}

/** Called as `static { dataclass(this, ["x", "y"]); }` with the class's own fields; methods that it has stay. */
export function dataclass(
  cls: Function,
  names: readonly string[],
  options: DataclassOptions = {},
): void {
  if (!Array.isArray(names))
    throw new NotImplementedError("dataclass() as a function: use it as a decorator");
  const own = names.map((name) => described(cls, name, options));
  const parameters_too = note_fields(cls, own);
  const all = parameters_too.filter((field) => !field.is_init_var);
  const compared = all.filter((field) => field.compare).map((field) => field.name);
  const hashed = all.filter((field) => field.hash ?? field.compare).map((field) => field.name);
  const positional = parameters_too.filter((field) => field.init && !field.kw_only);
  signature(cls, parameters(parameters_too));
  const by_name = (): Dict<string, Field> =>
    new Dict(parameters_too.map((field) => [field.name, field]));
  Object.defineProperty(cls, "__dataclass_fields__", { get: by_name, configurable: true });
  if ((options.match_args ?? true) && !Object.hasOwn(cls, "__match_args__"))
    define(cls, "__match_args__", Tuple.from_iterable(positional.map((field) => field.name)));
  if (options.slots ?? false) define(cls, "__slots__", Tuple.from_iterable(names));
  if (options.frozen ?? false) freeze(cls, names);
  if (options.repr ?? true) add_repr(cls.prototype, all);
  if (options.eq ?? true) add_equality(cls.prototype, compared);
  add_hash(cls.prototype, hashed, options);
  if (options.order ?? false) add_order(cls.prototype, compared);
}

/** For calls with keywords by those who don't know the class; a declared signature comes behind and replaces it. */
function parameters(all: readonly Field[]): string {
  const given = all.filter((field) => field.init);
  const keywords = given.filter((field) => field.kw_only);
  const positional = given.filter((field) => !field.kw_only);
  const names = [...positional.map(({ name }) => name), ...keywords.map(({ name }) => name)];
  const texts = names.map((name) => `${name}=`);
  if (keywords.length > 0) texts.splice(positional.length, 0, "*");
  return texts.join(", ");
}

function described(cls: Function, name: string, options: DataclassOptions): Field {
  const settings = {
    init: !(options.without_init ?? []).includes(name),
    repr: !(options.hidden ?? []).includes(name),
    compare: !(options.incomparable ?? []).includes(name),
    kw_only: (options.kw_only ?? []).includes(name),
    is_init_var: (options.init_vars ?? []).includes(name),
    hash: hash_option(name, options),
    is_plain: (options.floats ?? []).includes(name),
    metadata: options.metadata?.[name] ?? new Dict(),
  };
  const annotation = (): Dynamic => annotations_of_class(cls).at(name);
  return new FieldOf(name, settings, annotation, default_of(name, options));
}

function default_of(name: string, { defaults, factories }: DataclassOptions): FieldDefault | null {
  if (defaults === undefined) return null;
  const [value, factory] = [defaults[name], factories?.[name]];
  if (value !== undefined) return { value };
  return factory === undefined ? { is_missing: true } : { factory };
}

function add_repr(prototype: object, all: readonly Field[]): void {
  const shown = all.filter((field) => field.repr);
  define_missing(prototype, "__repr__", function (this: Dynamic): string {
    const items = () =>
      shown
        .map(({ name, is_plain }) => {
          const value: Dynamic = this[name];
          return `${name}=${repr(is_plain ? as_float(value) : value)}`;
        })
        .join(", ");
    return repr_guarded(this, "...", () => `${class_qualname(this.constructor)}(${items()})`);
  });
}

function hash_option(name: string, { hashed, unhashed }: DataclassOptions): boolean | null {
  if (hashed?.includes(name) ?? false) return true;
  return (unhashed?.includes(name) ?? false) ? false : null;
}

function add_equality(prototype: object, names: readonly string[]): void {
  define_missing(prototype, "__eq__", function (this: Dynamic, other: Dynamic): unknown {
    if (other?.constructor !== this.constructor) return NotImplemented;
    return this === other || names.every((name) => bool(eq(this[name], other[name])));
  });
}

/** Python's table: a class with `__eq__` that is not frozen can't be hashed. */
function add_hash(prototype: object, names: readonly string[], options: DataclassOptions): void {
  const has_equality = options.eq ?? true;
  const is_frozen = options.frozen ?? false;
  if ((options.unsafe_hash ?? false) || (has_equality && is_frozen))
    define_missing(prototype, "__hash__", function (this: Dynamic): number {
      return hash(items_of(this, names));
    });
  else if (has_equality) define_missing(prototype, "__hash__", null);
}

function add_order(prototype: object, names: readonly string[]): void {
  const add = (method: string, compare: (a: unknown, b: unknown) => boolean): void => {
    define_missing(prototype, method, function (this: Dynamic, other: Dynamic): unknown {
      if (other?.constructor !== this.constructor) return NotImplemented;
      return compare(items_of(this, names), items_of(other, names));
    });
  };
  add("__lt__", lt);
  add("__le__", le);
  add("__gt__", gt);
  add("__ge__", ge);
}

function items_of(value: Dynamic, names: readonly string[]): Tuple<unknown> {
  return Tuple.from_iterable(names.map((name): unknown => value[name]));
}

function define_missing(prototype: object, name: string, value: unknown): void {
  if (!Object.hasOwn(prototype, name)) define(prototype, name, value);
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}
