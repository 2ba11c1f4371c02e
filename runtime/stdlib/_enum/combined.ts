// Flags that no member stands for alone: `Perm.R | Perm.W` is made when it is first asked for.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { ValueError } from "../../builtins/exceptions/index.ts";
import { as_int, type int } from "../../builtins/int.ts";
import { integer_value } from "../../builtins/numbers/kinds.ts";
import { keep_primitive } from "../../builtins/primitive.ts";
import { repr } from "../../builtins/representation.ts";
import { class_name, class_qualname } from "../../builtins/type-name.ts";
import { bin } from "../../builtins/numbers/bases.ts";
import { and_, bit_length, bit_text, invert, or_, single_bits, xor } from "./bits.ts";
import { data_type_of } from "./data-type.ts";
import { hide } from "./define.ts";
import { inherited_table, type Table } from "./table.ts";

/** The member of all the bits; ValueError where the class does not know some of them and its boundary is strict. */
export function combined(cls: Dynamic, value: Dynamic): Dynamic {
  const table = inherited_table(cls);
  const given = integer_value(value) as int | null;
  if (given === null || table === null)
    throw new ValueError(`${repr(value)} is not a valid ${class_qualname(cls)}`);
  const fitting = within_boundary(cls, table, given);
  if (table.boundary === "eject" && fitting === null) return value;
  const bits = fitting ?? given;
  const positive = BigInt(bits) < 0n ? as_int(BigInt(table.all_bits) + 1n + BigInt(bits)) : bits;
  const known: Dynamic = table.find(positive);
  const made = known ?? pseudo_member(cls, table, positive);
  table.add_value(positive, made);
  if (positive !== bits) table.add_value(bits, made);
  return made;
}

/** Members whose bit is set, in order of definition. */
export function members_in(table: Table, value: Dynamic): Dynamic[] {
  const found = single_bits(and_(value, table.singles_mask)).map((bit) => table.find(bit));
  if (table.is_in_order_of_value) return found;
  return found.sort((a, b) => a._sort_order_ - b._sort_order_);
}

/** `null`: the bits are to be given back as they are. */
function within_boundary(cls: Dynamic, table: Table, value: int): int | null {
  const { all_bits, flag_mask } = table;
  const bits = BigInt(value);
  const is_small = bits >= ~BigInt(all_bits) && bits <= BigInt(all_bits);
  if (is_small && and_(value, xor(all_bits, flag_mask)) === 0) return value;
  switch (table.boundary) {
    case "conform":
      return and_(value, flag_mask);
    case "eject":
      return null;
    case "keep": {
      if (bits >= 0n) return value;
      const above = 1n << BigInt(bit_length(value));
      const least = BigInt(all_bits) + 1n;
      return as_int((above > least ? above : least) + bits);
    }
    case "strict": {
      const most = Math.max(bit_length(value), bit_length(flag_mask));
      throw new ValueError(
        `${repr(cls)} invalid value ${repr(value)}\n    given ${bit_text(value, most)}\n  allowed ${bit_text(flag_mask, most)}`,
      );
    }
  }
}

function pseudo_member(cls: Dynamic, table: Table, value: int): Dynamic {
  const { flag_mask, singles_mask } = table;
  const strangers = and_(value, invert(flag_mask));
  const aliases = and_(value, invert(singles_mask));
  if (strangers !== 0 && table.boundary !== "keep")
    throw new ValueError(
      `${class_name(cls)}(${repr(value)}) -->  unknown values ${repr(strangers)} [${bin(strangers)}]`,
    );
  const made: Dynamic = Object.create(cls.prototype);
  const type: Dynamic = data_type_of(cls);
  if (type !== null) keep_primitive(made, type(value));
  made._value_ = value;
  made._name_ = name_of(cls, table, value, aliases);
  hide(made, "__objclass__", cls);
  return made;
}

/** `R|W`, with bits that have no name as a number behind them; `null` for no bits at all. */
function name_of(cls: Dynamic, table: Table, value: int, aliases: int): string | null {
  const members = members_in(table, value);
  let known: int = members.reduce((sum: int, each) => or_(sum, each._value_), 0);
  if (aliases !== 0) {
    for (const each of table.members.values()) {
      const bits: int = each._value_;
      if (members.includes(each) || bits === 0 || and_(bits, value) !== bits) continue;
      members.push(each);
      known = or_(known, bits);
    }
  }
  if (known === 0) return null;
  const strangers = xor(value, known);
  if (strangers !== 0 && table.boundary === "strict")
    throw new ValueError(`${repr(cls)}: no members with value ${repr(strangers)}`);
  const names = members.map((each): string => each._name_);
  return [...names, ...(strangers === 0 ? [] : [repr(strangers)])].join("|");
}
