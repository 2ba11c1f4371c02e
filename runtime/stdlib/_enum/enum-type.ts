// EnumType: what an enumeration does as a class: iterating, counting, `Color["RED"]`, `in`.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { AttributeError, KeyError } from "../../builtins/exceptions/index.ts";
import type { int } from "../../builtins/int.ts";
import { iter } from "../../builtins/iteration/iter.ts";
import { class_name } from "../../builtins/type-name.ts";
import { is_flag_class } from "./kinds.ts";
import { inherited_table, type Table } from "./table.ts";

/** The metaclass: `this` is the enumeration. */
// oxlint-disable-next-line typescript/no-extraneous-class -- its methods are called on classes
export class EnumType {
  static readonly __module__: string = "enum";

  __len__(this: Function): int {
    return members_of(this).names.length;
  }

  __iter__(this: Function): IterableIterator<Dynamic> {
    return members_of(this).canonical()[Symbol.iterator]();
  }

  __reversed__(this: Function): IterableIterator<Dynamic> {
    return members_of(this).canonical().reverse()[Symbol.iterator]();
  }

  /** `Color["RED"]`. KeyError for other names. */
  __getitem__(this: Function, name: Dynamic): Dynamic {
    const found: unknown = members_of(this).members.get(name);
    if (found === undefined) throw new KeyError(name);
    return found;
  }

  /** Whether a value is a member, or the value of one. */
  __contains__(this: Function, value: Dynamic): boolean {
    return value instanceof this || members_of(this).find(value) !== undefined;
  }

  __setattr__(this: Function, name: string, value: unknown): void {
    if (members_of(this).members.has(name))
      throw new AttributeError(`cannot reassign member '${name}'`);
    Reflect.set(this, name, value);
  }

  __delattr__(this: Function, name: string): void {
    if (members_of(this).members.has(name))
      throw new AttributeError(`'${class_name(this)}' cannot delete member '${name}'.`);
    if (!Object.hasOwn(this, name)) throw new AttributeError(name);
    Reflect.deleteProperty(this, name);
  }

  __repr__(this: Function): string {
    return `<${is_flag_class(this) ? "flag" : "enum"} '${class_name(this)}'>`;
  }
}

/** The members of an enumeration without aliases, for `for (const color of …)` over a class that is not known. */
export function each_member(cls: Function): IterableIterator<Dynamic> {
  return iter(members_of(cls).canonical());
}

function members_of(cls: Function): Table {
  const table = inherited_table(cls);
  if (table === null) throw new AttributeError("_member_map_");
  return table;
}
