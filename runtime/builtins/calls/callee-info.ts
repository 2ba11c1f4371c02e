// Who is called, as the errors of a call that does not fit name it.
import type { Dynamic } from "../dynamic.ts";
import { Tuple } from "../tuple.ts";
import { class_qualname, type_name } from "../type-name.ts";
import type { CalleeInfo } from "./bind-arguments.ts";
import { callable_kind } from "./callable-kind.ts";

/** As CPython names it: classes by the `__init__` that takes the arguments. */
export function callee_info(f: Dynamic): CalleeInfo {
  if (typeof f !== "function") return { name: `${type_name(f)}.__call__`, takes_self: true };
  const name = class_qualname(f) || "<lambda>";
  // Tuples have all they hold when they are made.
  const maker = f.prototype instanceof Tuple ? "__new__" : "__init__";
  return callable_kind(f) === "class"
    ? { name: `${name}.${maker}`, takes_self: true }
    : { name, takes_self: Object.hasOwn(f, "__self__") };
}
