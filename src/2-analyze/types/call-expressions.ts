// Call expressions: receiver, arguments, then the call; `super()` and a few others are read from the text.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import { call_function } from "./calls.ts";
import { runtime_bases, super_methods } from "./class-members.ts";
import { is_parameterized } from "./parameterized.ts";
import { runtime_construct } from "./runtime.ts";
import { all_types, type Argument, type CallArguments, type Inference } from "./inference.ts";
import { with_texts } from "./found-texts.ts";
import { with_range } from "./rounded.ts";
import { is_type_call, take_class } from "./taken-classes.ts";
import { Dict, members, NONE, UNKNOWN } from "./values.ts";

export function evaluate_call(inference: Inference, node: ast.Call): Type {
  const { func } = node;
  if (func.tag !== "Attribute") {
    const callee = callee_of(inference, func);
    const args = evaluate_arguments(inference, node);
    const [first] = args.positional;
    if (first !== undefined && is_type_call(node)) take_class(inference, node, first.type);
    return refined(inference, node, inference.invoke(callee, args));
  }
  if (is_super(func.value)) return super_call(inference, func, node);
  const receiver = inference.of(func.value);
  if (func.attr === "__class__") take_class(inference, func, receiver);
  const args = evaluate_arguments(inference, node);
  inference.method_callee(func, receiver);
  return refined(inference, node, inference.invoke_method(receiver, func.attr, args));
}

/** What the text of the call tells beyond the types. */
function refined(inference: Inference, node: ast.Call, type: Type): Type {
  return with_texts(inference, node, with_range(inference, node, type));
}

function callee_of(inference: Inference, func: ast.Expression): Type {
  if (func.tag === "Name") return inference.callee(func);
  if (func.tag !== "Subscript") return inference.of(func);
  const type = func.value.tag === "Name" ? inference.callee(func.value) : inference.of(func.value);
  if (!is_parameterized(inference, func, type)) return inference.of(func);
  inference.of(func.slice);
  return inference.note(func, type);
}

function evaluate_arguments(inference: Inference, node: ast.Call): CallArguments {
  const positional: Argument[] = node.args.map((argument) => {
    const is_star = argument.tag === "Starred";
    return { type: inference.of(is_star ? argument.value : argument), is_star };
  });
  const keywords = node.keywords.map(({ arg, value }) => {
    const type = inference.of(value);
    return { name: arg, type: arg === null ? mapping_values(inference, type) : type };
  });
  return { positional, keywords, site: node, call: node };
}

function mapping_values(inference: Inference, type: Type): Type {
  const results = members(type).map((member) =>
    member instanceof Dict ? inference.heap.read(member.values) : UNKNOWN,
  );
  return type.type === "unknown" ? UNKNOWN : inference.heap.join_all(results);
}

function is_super(node: ast.Expression): boolean {
  return node.tag === "Call" && node.func.tag === "Name" && node.func.id === "super";
}

/** `super().method(…)`: the next one above the class in which it is written, whatever the object is. */
function super_call(inference: Inference, func: ast.Attribute, node: ast.Call): Type {
  const args = evaluate_arguments(inference, node);
  const { record } = inference.unit;
  const owner = record?.owner ?? null;
  const self = record === null ? undefined : [...record.parameters.keys()][0];
  if (owner === null || self === undefined) return lose(inference, args);
  const found = super_methods(owner, func.attr);
  const first = inference.read(inference.module.scopes.defined_by(self));
  const results = found.map((method) => {
    const given =
      method.method_kind === "static"
        ? args
        : { ...args, positional: [{ type: first, is_star: false }, ...args.positional] };
    return call_function(inference, method, given, method.owner);
  });
  if (found.length > 0) return inference.heap.join_all(results);
  const [base, ...others] = runtime_bases(owner);
  if (func.attr === "__init__" && base !== undefined && others.length === 0) {
    if (base.module !== "builtins") {
      runtime_construct(inference, base.module, base.name, args);
      return NONE;
    }
  }
  inference.call_record(node).is_unknown = true;
  lose(inference, args);
  return func.attr === "__init__" ? NONE : UNKNOWN;
}

function lose(inference: Inference, args: CallArguments): Type {
  for (const type of all_types(args)) inference.heap.escape(type);
  return UNKNOWN;
}
