// `Color(1)`: the member of a value, or what `_missing_` says.
import type { Dynamic } from "../../builtins/dynamic.ts";
import {
  as_exception,
  type BaseException,
  Exception,
  TypeError,
  ValueError,
} from "../../builtins/exceptions/index.ts";
import { integer_value } from "../../builtins/numbers/kinds.ts";
import { repr } from "../../builtins/representation.ts";
import { class_name, class_qualname } from "../../builtins/type-name.ts";
import { is_flag_class } from "./kinds.ts";
import type { Table } from "./table.ts";

/** ValueError when no member has the value. */
export function lookup_value(cls: Dynamic, table: Table, value: Dynamic): Dynamic {
  if (value?.constructor === cls) return value;
  const found: Dynamic = table.find(value);
  if (found !== undefined) return found;
  let raised: BaseException | null = null;
  let result: Dynamic = null;
  try {
    result = cls._missing_(value);
  } catch (error) {
    raised = as_exception(error);
    if (!(raised instanceof Exception)) throw raised;
  }
  if (result instanceof cls) return result;
  if (is_flag_class(cls) && table.boundary === "eject" && integer_value(result) !== null)
    return result;
  const invalid = new ValueError(`${repr(value)} is not a valid ${class_qualname(cls)}`);
  if (result === null && raised === null) throw invalid;
  raised ??= new TypeError(
    `error in ${class_name(cls)}._missing_: returned ${repr(result)} instead of None or a valid member`,
  );
  if (!(raised instanceof ValueError)) raised.__context__ = invalid;
  throw raised;
}
