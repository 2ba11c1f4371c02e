// Enum: named members of a class, each there once.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { AttributeError, TypeError } from "../../builtins/exceptions/index.ts";
import { format } from "../../builtins/format/format.ts";
import { METACLASS } from "../../builtins/metaclass.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { add } from "../../builtins/operators/add.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import { sorted } from "../../builtins/sequences/index.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { class_name } from "../../builtins/type-name.ts";
import { drafts_of } from "./drafts.ts";
import { EnumType } from "./enum-type.ts";
import { functional } from "./functional.ts";
import { lookup_value } from "./lookup.ts";
import { MemberMap } from "./member-map.ts";
import { inherited_table, keep_table, Table, table_of } from "./table.ts";

/**
 * `class Color extends Enum<number> { static readonly RED = new Color(1); static { enumeration(this); } }`
 *
 * While the class is being defined `new Color(1)` makes a member; behind `enumeration(this)` it gives the one that has
 * the value. ValueError when there is none.
 */
export class Enum<V = Dynamic> {
  static readonly __module__: string = "enum";
  static readonly [METACLASS]: Function = EnumType;

  static {
    keep_table(this, new Table());
  }

  declare _name_: string;
  declare _value_: V;

  constructor(...args: readonly Dynamic[]) {
    const cls = new.target;
    const table = table_of(cls);
    if (table === null) drafts_of(cls).add(this, args[0]);
    // oxlint-disable-next-line no-constructor-return -- a member is there already
    else return called(cls, table, args);
  }

  static [Symbol.iterator](): IterableIterator<Dynamic> {
    return EnumType.prototype.__iter__.call(this);
  }

  /** All members by name, aliases among them. */
  static get __members__(): MemberMap<Dynamic> {
    return new MemberMap([...(inherited_table(this)?.members ?? [])]);
  }

  static get _member_names_(): string[] {
    return [...(inherited_table(this)?.names ?? [])];
  }

  static get _member_map_(): MemberMap<Dynamic> {
    return new MemberMap([...(inherited_table(this)?.members ?? [])]);
  }

  static get _value2member_map_(): Dict<Dynamic, Dynamic> {
    const table = inherited_table(this);
    return new Dict((table?.canonical() ?? []).map((each) => [each._value_, each]));
  }

  /** What `auto()` stands for: one more than the highest value so far. */
  static _generate_next_value_(
    _name: string,
    start: Dynamic,
    _count: number,
    last_values: Dynamic[],
  ): Dynamic {
    if (last_values.length === 0) return start;
    const last: Dynamic = highest(last_values);
    try {
      return add(last, 1);
    } catch (error) {
      if (error instanceof TypeError) throw new TypeError(`unable to increment ${repr(last)}`);
      throw error;
    }
  }

  /** Asked for values that no member has; a class may find one. */
  static _missing_(_value: Dynamic): Dynamic {
    return null;
  }

  get name(): string {
    return this._name_;
  }

  set name(_name: string) {
    throw read_only(this, "name");
  }

  get value(): V {
    if (Object.hasOwn(this, "_value_")) return this._value_;
    return drafts_of(this.constructor).find(this)?.raw as V;
  }

  set value(_value: V) {
    throw read_only(this, "value");
  }

  __repr__(): string {
    return `<${class_name(this.constructor)}.${this._name_}: ${repr(this._value_)}>`;
  }

  __str__(): string {
    return `${class_name(this.constructor)}.${this._name_}`;
  }

  __format__(spec: string): string {
    return format(text_of(this), spec);
  }

  __copy__(): this {
    return this;
  }

  __deepcopy__(_memo: unknown): this {
    return this;
  }
}

function called(cls: Dynamic, table: Table, args: readonly Dynamic[]): Dynamic {
  if (args.length === 0)
    throw new TypeError("EnumType.__call__() missing 1 required positional argument: 'value'");
  if (table.members.size > 0)
    return lookup_value(cls, table, args.length > 1 ? Tuple.from_iterable(args) : args[0]);
  return functional(cls, args);
}

function read_only(member: object, name: string): AttributeError {
  return new AttributeError(`<enum 'Enum'> cannot set attribute '${name}'`, { name, obj: member });
}

function highest(values: readonly Dynamic[]): Dynamic {
  try {
    return sorted(values).at(-1);
  } catch (error) {
    if (error instanceof TypeError) throw new TypeError("unable to sort non-numeric values");
    throw error;
  }
}
