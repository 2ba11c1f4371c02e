// Methods of built-in types: JavaScript's own where it does the same, `str.split(s, ",")` otherwise.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { ParameterInfo } from "../../../facts/calls.ts";
import type { Type } from "../../../facts/types.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { runs_code } from "../order.ts";
import { arity_error } from "./arity.ts";
import {
  argument_array,
  keyword_object,
  placed_arguments,
  trailing_arguments,
} from "./arguments.ts";
import { has_function, is_missing_method } from "./builtin-methods.ts";
import { method_parameters } from "./builtin-parameters.ts";
import { is_misfit } from "./misfit.ts";
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
  const class_name =
    receiver.type === "tuple_of" ? "tuple" : receiver.type === "bool" ? "int" : receiver.type;
  const refused = arity_error(node, `${class_name}.${name}`, emit);
  if (refused !== null) return refused;
  const native =
    receiver.type === "list"
      ? list_method(node, func, name, emit)
      : receiver.type === "str"
        ? str_method(node, func, name, emit)
        : null;
  if (native !== null) return build.from(node, native);
  const parameters = method_parameters(receiver, name);
  if (OF_TYPE.has(name)) return by_runtime(node, func, emit);
  if (parameters === null ? node.keywords.length > 0 : may_not_fit(node, parameters))
    return by_runtime(node, func, emit);
  const placed = placed_arguments(node, parameters ?? [], emit);
  if (placed === null || placed.before.length > 0) return by_runtime(node, func, emit);
  const { args } = placed;
  const namespace = NAMESPACES[receiver.type];
  const object = emit.expression(func.value);
  if (namespace !== undefined && has_function(namespace, name)) {
    const callee = build.member(emit.runtime("builtins", namespace), name);
    return build.call(callee, [object, ...args]);
  }
  // A special method, or none at all: then the look-up fails before the arguments are evaluated.
  if (namespace !== undefined && node.args.some(runs_code))
    return build.call(emit.builtin("call"), [
      build.call(emit.builtin("getattr"), [object, build.string(name)]),
      ...args,
    ]);
  // It would be asked for the method behind the arguments.
  if (is_missing_method(receiver.type, name) && node.args.some(runs_code))
    return build.call(emit.builtin("call"), [
      build.call(emit.builtin("getattr"), [object, build.string(name)]),
      ...args,
    ]);
  if (
    namespace !== undefined ||
    receiver.type === "unknown" ||
    receiver.type === "union" ||
    receiver.type === "iterator" ||
    is_missing_method(receiver.type, name)
  )
    return build.call(emit.builtin("call_method"), [object, build.string(name), ...args]);
  return build.call(build.from(func, build.member(object, name)), args);
}

/** Too many arguments or too few, or so many as only the run time knows. */
function may_not_fit(node: ast.Call, parameters: readonly ParameterInfo[]): boolean {
  if (parameters.some(({ kind }) => kind === "rest")) {
    const is_update = parameters.some(({ kind }) => kind === "keyword_rest");
    return (
      is_update &&
      node.args.length > 1 &&
      node.func.tag === "Attribute" &&
      node.func.attr === "update"
    );
  }
  return node.args.some(({ tag }) => tag === "Starred") || is_misfit(node, parameters);
}

/** Arguments that are evaluated in another order than that of the parameters, or that don't fit. */
function by_runtime(node: ast.Call, func: ast.Attribute, emit: Emit): target.Expression {
  const method = [emit.expression(func.value), build.string(func.attr)];
  return build.call(emit.builtin("call_with"), [
    build.call(emit.builtin("getattr"), method),
    argument_array(node, emit),
    keyword_object(node.keywords, emit),
  ]);
}

/** Static and class methods: a receiver is only looked at for its type. */
const OF_TYPE: ReadonlySet<string> = new Set(["maketrans", "fromhex", "from_bytes", "fromkeys"]);

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
