// ReprEnum, IntEnum, StrEnum: members that show themselves as their values.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { format } from "../../builtins/format/format.ts";
import { int } from "../../builtins/numbers/int-type.ts";
import { plain } from "../../builtins/primitive.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import { str } from "../../builtins/text/str-type.ts";
import { set_data_type } from "./data-type.ts";
import { Enum } from "./enum.ts";
import { keep_table, Table } from "./table.ts";

/** Its repr is an enumeration's; `str()` and `format()` are those of the type of its values. */
export class ReprEnum<V = Dynamic> extends Enum<V> {
  static override readonly __module__: string = "enum";

  static {
    keep_table(this, new Table());
  }

  override __str__(): string {
    return text_of(plain(this));
  }

  override __format__(spec: string): string {
    return spec === "" ? text_of(this) : format(plain(this), spec);
  }
}

export class IntEnum extends ReprEnum<number> {
  static override readonly __module__: string = "enum";

  static {
    keep_table(this, new Table());
    set_data_type(this, int);
  }
}

export class StrEnum extends ReprEnum<string> {
  static override readonly __module__: string = "enum";

  static {
    keep_table(this, new Table());
    set_data_type(this, text);
  }

  /** `auto()` is the name in lower case. */
  static override _generate_next_value_(name: string): Dynamic {
    return str.lower(name);
  }
}

/** Values of a StrEnum must be text already. */
function text(...values: readonly Dynamic[]): string {
  const [value] = values;
  if (values.length > 3)
    throw new TypeError(`too many arguments for str(): (${values.map(repr).join(", ")})`);
  if (values.length === 1 && typeof plain(value) !== "string")
    throw new TypeError(`${repr(value)} is not a string`);
  return str(...(values as [Dynamic]));
}
