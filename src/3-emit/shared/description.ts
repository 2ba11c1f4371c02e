// describe(f, { parameters: "a, b=", defaults: [1] }): for programs that ask functions about themselves.
import type * as ast from "../../../grammar/ast/index.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { annotation_text, keeps_annotation_text } from "./annotation-text.ts";
import { default_value } from "./defaults.ts";
import { qualname_of } from "./qualname.ts";
import { signature_text } from "./signature-text.ts";

/** What the runtime is told of a function. */
export function description(
  node: FunctionNode,
  emit: Emit,
  receiver: ast.Arg | null,
): target.Expression {
  const { args } = node;
  const properties: target.Property[] = [
    build.property("parameters", build.string(signature_text(node, emit, receiver))),
  ];
  const add = (name: string, value: target.Expression): void => {
    properties.push(build.property(name, value));
  };
  if (receiver !== null) add("receiver", build.string(receiver.arg));
  const qualname = qualname_of(node, emit);
  if (qualname !== null) add("qualname", build.string(qualname));
  const defaults = positional_defaults(node, emit);
  if (defaults.length > 0) add("defaults", build.array(defaults));
  const named = args.kwonlyargs.flatMap((arg, index) => {
    const value = args.kw_defaults[index];
    if (value == null) return [];
    return [build.property(arg.arg, default_value(node, arg, value, emit))];
  });
  if (named.length > 0) add("kwdefaults", build.object(named));
  const annotations = annotations_of(node, emit);
  if (annotations.length > 0) add("annotations", build.arrow([], build.object(annotations)));
  add("line", build.number(emit.line_of(node)));
  const variables = variables_of(node, emit);
  if (variables.length > 0) add("variables", build.array(variables.map(build.string)));
  return build.object(properties);
}

function positional_defaults(node: FunctionNode, emit: Emit): readonly target.Expression[] {
  const { args } = node;
  const positional = [...args.posonlyargs, ...args.args];
  const first = positional.length - args.defaults.length;
  return args.defaults.flatMap((value, index) => {
    const arg = positional[first + index];
    return arg === undefined ? [] : [default_value(node, arg, value, emit)];
  });
}

function annotations_of(node: FunctionNode, emit: Emit): readonly target.Property[] {
  const { args } = node;
  const all = [
    ...args.posonlyargs,
    ...args.args,
    ...(args.vararg === null ? [] : [args.vararg]),
    ...args.kwonlyargs,
    ...(args.kwarg === null ? [] : [args.kwarg]),
  ];
  const returns = node.tag === "Lambda" ? null : node.returns;
  const pairs = [
    ...all.map((arg) => [arg.arg, arg.annotation] as const),
    ["return", returns] as const,
  ];
  return pairs.flatMap(([name, annotation]) => {
    if (annotation === null) return [];
    const value = keeps_annotation_text(emit.facts.scopes.module.node)
      ? build.string(annotation_text(annotation))
      : emit.expression(annotation);
    return [build.property(name, value)];
  });
}

/** Variables that functions inside share are no locals of its own. */
function variables_of(node: FunctionNode, emit: Emit): readonly string[] {
  const { bindings } = emit.facts.scopes.scope_of(node);
  return [...bindings.values()].flatMap(({ name, is_parameter, is_cell, definitions }) =>
    is_parameter || is_cell || definitions.length === 0 ? [] : [name],
  );
}
