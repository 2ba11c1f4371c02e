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
  const is_made = f.prototype instanceof Tuple || is_made_by_new(f);
  const maker = is_made ? "__new__" : "__init__";
  return callable_kind(f) === "class"
    ? { name: `${name}.${maker}`, takes_self: true }
    : { name, takes_self: Object.hasOwn(f, "__self__") };
}

/** The class has a `__new__` of its own, and no `__init__`. */
function is_made_by_new(f: Dynamic): boolean {
  return Object.hasOwn(f, "__new__") && !Object.hasOwn(f.prototype ?? {}, "__init__");
}
