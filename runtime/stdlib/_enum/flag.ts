// Flag, IntFlag: members that combine by their bits.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import type { int } from "../../builtins/int.ts";
import { NotImplemented } from "../../builtins/not-implemented.ts";
import { int as int_type } from "../../builtins/numbers/int-type.ts";
import { integer_value } from "../../builtins/numbers/kinds.ts";
import { plain } from "../../builtins/primitive.ts";
import { format } from "../../builtins/format/format.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import { class_name, class_qualname, bare_type_name } from "../../builtins/type-name.ts";
import { and_, bit_length, invert, or_, single_bits, xor } from "./bits.ts";
import { combined, members_in } from "./combined.ts";
import { data_type_of, set_data_type } from "./data-type.ts";
import { Enum } from "./enum.ts";
import { mark_flag_class } from "./kinds.ts";
import { inherited_table, keep_table, Table } from "./table.ts";

export class Flag extends Enum<int> {
  static override readonly __module__: string = "enum";

  static {
    keep_table(this, new Table("strict"));
    mark_flag_class(this);
  }

  /** `auto()` is the next power of two. */
  static override _generate_next_value_(
    _name: string,
    start: Dynamic,
    count: number,
    last_values: Dynamic[],
  ): Dynamic {
    if (count === 0) return start ?? 1;
    const lengths = last_values.map((value) => {
      if (integer_value(value) !== null) return bit_length(integer_value(value));
      throw new TypeError(`invalid flag value ${repr(value)}`);
    });
    return 2 ** Math.max(...lengths);
  }

  static override _missing_(value: Dynamic): Dynamic {
    return combined(this, value);
  }

  override __repr__(): string {
    const cls = class_name(this.constructor);
    const value = repr(plain(this._value_));
    return this._name_ === null ? `<${cls}: ${value}>` : `<${cls}.${this._name_}: ${value}>`;
  }

  override __str__(): string {
    const cls = class_name(this.constructor);
    return this._name_ === null ? `${cls}(${repr(this._value_)})` : `${cls}.${this._name_}`;
  }

  __bool__(): boolean {
    return integer_value(this._value_) !== 0;
  }

  __len__(): int {
    return single_bits(this._value_).length;
  }

  __iter__(): IterableIterator<this> {
    return this[Symbol.iterator]();
  }

  [Symbol.iterator](): IterableIterator<this> {
    const table = inherited_table(this.constructor);
    return table === null ? [][Symbol.iterator]() : members_in(table, this._value_).values();
  }

  __contains__(other: Dynamic): boolean {
    if (!(other instanceof this.constructor)) {
      const [left, right] = [bare_type_name(other), class_qualname(this.constructor)];
      throw new TypeError(`unsupported operand type(s) for 'in': '${left}' and '${right}'`);
    }
    const bits = (other as Flag)._value_;
    return and_(bits, this._value_) === bits;
  }

  __or__(other: Dynamic): Dynamic {
    return this.with_bits(other, or_);
  }

  __and__(other: Dynamic): Dynamic {
    return this.with_bits(other, and_);
  }

  __xor__(other: Dynamic): Dynamic {
    return this.with_bits(other, xor);
  }

  __ror__(other: Dynamic): Dynamic {
    return this.with_bits(other, or_);
  }

  __rand__(other: Dynamic): Dynamic {
    return this.with_bits(other, and_);
  }

  __rxor__(other: Dynamic): Dynamic {
    return this.with_bits(other, xor);
  }

  __invert__(): Dynamic {
    const cls: Dynamic = this.constructor;
    const table = inherited_table(cls);
    const others = invert(this._value_);
    const keeps = table?.boundary === "keep" || table?.boundary === "eject";
    return new cls(keeps ? others : and_(table?.singles_mask ?? 0, others));
  }

  private with_bits(other: Dynamic, combine: (a: int, b: int) => int): Dynamic {
    const cls: Dynamic = this.constructor;
    if (other instanceof cls) return new cls(combine(this._value_, other._value_));
    const bits = data_type_of(cls) === null ? null : integer_value(other);
    return bits === null ? NotImplemented : new cls(combine(this._value_, bits as int));
  }
}

export class IntFlag extends Flag {
  static override readonly __module__: string = "enum";

  static {
    keep_table(this, new Table("keep"));
    set_data_type(this, int_type);
  }

  override __str__(): string {
    return text_of(plain(this));
  }

  override __format__(spec: string): string {
    return spec === "" ? text_of(this) : format(plain(this), spec);
  }
}
