// What `with` binds and what `except` catches.
import type { Type } from "../../facts/types.ts";
import { arguments_of, type Inference } from "./inference.ts";
import { instance, members, RuntimeInstance, UNKNOWN } from "./values.ts";

/** The value of `with x as target`. */
export function entered(inference: Inference, manager: Type, is_async: boolean): Type {
  const name = is_async ? "__aenter__" : "__enter__";
  const results = members(manager).map((member) => {
    if (member.type !== "instance" && member.type !== "runtime_instance") {
      inference.heap.escape(member);
      return UNKNOWN;
    }
    const given = inference.invoke_method(member, name, arguments_of(member));
    return is_async ? inference.awaited(given) : given;
  });
  return inference.heap.join_all(results);
}

/** What `except types as e` binds. */
export function raised_types(inference: Inference, classes: Type, is_group: boolean): Type {
  if (is_group) return new RuntimeInstance("builtins", "ExceptionGroup", []);
  const listed = classes.type === "tuple" ? classes.elements : members(classes);
  const types = listed.map((one) => {
    if (one.type === "class") return instance(one.node);
    if (one.type !== "runtime_class") return UNKNOWN;
    return new RuntimeInstance(one.module, one.name, []);
  });
  return classes.type === "unknown" ? UNKNOWN : inference.heap.join_all(types);
}
