// Methods of built-in types: JavaScript's own where it does the same, `str.split(s, ",")` otherwise.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { Type } from "../../../facts/types.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { trailing_arguments } from "./arguments.ts";
import { has_function } from "./builtin-methods.ts";
import { list_method } from "./list-method.ts";
import { str_method } from "./str-method.ts";

export function builtin_method_call(
  node: ast.Call,
  receiver: Type,
  name: string,
  emit: Emit,
): target.Expression {
  const { func } = node;
  if (func.tag !== "Attribute")
    return build.call(emit.builtin("call"), [
      emit.expression(func),
      ...trailing_arguments(node, emit),
    ]);
  const native =
    receiver.type === "list"
      ? list_method(node, func, name, emit)
      : receiver.type === "str"
        ? str_method(node, func, name, emit)
        : null;
  if (native !== null) return build.from(node, native);
  const namespace = NAMESPACES[receiver.type];
  const object = emit.expression(func.value);
  if (namespace !== undefined && has_function(namespace, name)) {
    const callee = build.member(emit.runtime("builtins", namespace), name);
    return build.call(callee, [object, ...trailing_arguments(node, emit)]);
  }
  if (receiver.type === "unknown" || receiver.type === "union")
    return build.call(emit.builtin("call_method"), [
      object,
      build.string(name),
      ...trailing_arguments(node, emit),
    ]);
  return build.call(build.from(func, build.member(object, name)), trailing_arguments(node, emit));
}

/** The object of the runtime that has the type's methods as functions. */
const NAMESPACES: Readonly<Partial<Record<Type["type"], string>>> = {
  list: "list",
  str: "str",
  int: "int",
  bool: "int",
  float: "float",
  tuple: "tuple",
  tuple_of: "tuple",
  generator: "generator",
  async_generator: "async_generator",
};
