// Parameters of all kinds: positional ones in order, keyword-only ones and ** in one trailing object.
import type * as ast from "../../../grammar/ast/index.ts";
import type { FunctionNode } from "../../facts/effects.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { attached } from "./attached.ts";
import { default_value } from "./defaults.ts";
import { is_constant, is_none } from "./literal.ts";
import { members } from "./types.ts";
import { receiver_parameter } from "./receiver.ts";
import type { StatementEmit } from "./statement-emit.ts";
import { is_array_enough } from "./rest-uses.ts";

export interface Parameters {
  readonly parameters: readonly target.Parameter[];
  /** What the body does first, for parameters that TypeScript's syntax can't say. */
  readonly prologue: readonly target.Statement[];
}

/** `emit` is the emitter inside the function. */
export function parameters_of(node: FunctionNode, emit: StatementEmit): Parameters {
  const { args } = node;
  const receiver = receiver_parameter(node, emit.facts);
  const positional = [...args.posonlyargs, ...args.args];
  const first_default = positional.length - args.defaults.length;
  const parameters = positional.flatMap((arg, index): readonly target.Parameter[] => {
    if (arg === receiver) return [];
    const value = args.defaults[index - first_default] ?? null;
    return [attached(arg, positional_parameter(node, arg, value, emit), emit)];
  });
  const has_keywords = args.kwonlyargs.length > 0 || args.kwarg !== null;
  if (args.vararg === null) {
    if (!has_keywords) return { parameters, prologue: [] };
    const trailing = keyword_parameter(node, emit);
    return { parameters: [...parameters, trailing.parameter], prologue: trailing.prologue };
  }
  const rest = rest_parameter(node, args.vararg, has_keywords, emit);
  return { parameters: [...parameters, rest.parameter], prologue: rest.prologue };
}

function positional_parameter(
  node: FunctionNode,
  arg: ast.Arg,
  otherwise: ast.Expression | null,
  emit: StatementEmit,
): target.Parameter {
  const binding = emit.facts.scopes.defined_by(arg);
  const used = used_default(arg, otherwise, emit);
  return build.parameter(emit.name(binding), {
    type: node.tag === "Lambda" ? lambda_type(arg, emit) : argument_type(arg, used, emit),
    default: used === null ? null : default_value(node, arg, used, emit),
  });
}

function used_default(
  arg: ast.Arg,
  otherwise: ast.Expression | null,
  emit: StatementEmit,
): ast.Expression | null {
  return otherwise === null || is_never_used(arg, otherwise, emit) ? null : otherwise;
}

/** All callers are known and give a value, of another type than the default's. */
function is_never_used(arg: ast.Arg, otherwise: ast.Expression, emit: StatementEmit): boolean {
  const is_display = otherwise.tag === "Tuple";
  if (!is_constant(otherwise) && !is_display) return false;
  const type = emit.facts.types.parameter(arg);
  if (type.type === "unknown" || type.type === "never") return false;
  if (is_display) return members(type).every((each) => !is_such_tuple(each, otherwise));
  const own = JSON.stringify(emit.type(emit.facts.types.of(otherwise)));
  return !members(type).some((member) => JSON.stringify(emit.type(member)) === own);
}

/** A tuple of that length, or of any. */
function is_such_tuple(type: Type, { elts }: ast.Tuple): boolean {
  if (type.type === "tuple_of") return true;
  return type.type === "tuple" && type.elements.length === elts.length;
}

/** Arrow functions get their types from where they are handed to, unless nothing there says one. */
function lambda_type(arg: ast.Arg, emit: StatementEmit): target.Type {
  return emit.type(emit.facts.types.parameter(arg));
}

function argument_type(
  arg: ast.Arg,
  otherwise: ast.Expression | null,
  emit: StatementEmit,
): target.Type {
  const type = emit.facts.types.parameter(arg);
  const written = arg.annotation === null ? null : emit.annotation(arg.annotation);
  if (type.type !== "unknown" || written === null) return emit.type(type);
  return otherwise !== null && is_none(otherwise)
    ? build.union_type([written, build.literal_type(null)])
    : written;
}

/** `{ timeout = 1 }: { timeout?: number } = {}`. */
function keyword_parameter(
  node: FunctionNode,
  emit: StatementEmit,
): { readonly parameter: target.Parameter; readonly prologue: readonly target.Statement[] } {
  const { kwonlyargs, kwarg, kw_defaults } = node.args;
  const options = kwarg === null ? null : emit.fresh("options");
  const prologue = kwarg === null ? [] : [keyword_dict(kwarg, options ?? "", emit)];
  const is_optional = kwonlyargs.every(
    (arg, index) => used_default(arg, kw_defaults[index] ?? null, emit) !== null,
  );
  const type = options_type(node, emit);
  const otherwise = is_optional ? build.object([]) : null;
  if (kwonlyargs.length === 0 && options !== null) {
    return { parameter: build.parameter(options, { type, default: otherwise }), prologue };
  }
  const pattern = options_pattern(node, options, emit);
  return { parameter: build.parameter(pattern, { type, default: otherwise }), prologue };
}

function options_pattern(
  node: FunctionNode,
  options: string | null,
  emit: StatementEmit,
): target.ObjectTarget {
  const { kwonlyargs, kw_defaults } = node.args;
  const named = kwonlyargs.map((arg, index) => {
    const name = build.identifier(emit.name(emit.facts.scopes.defined_by(arg)));
    const otherwise = used_default(arg, kw_defaults[index] ?? null, emit);
    if (otherwise === null) return { key: arg.arg, value: name };
    const value = build.default_target(name, default_value(node, arg, otherwise, emit));
    return { key: arg.arg, value };
  });
  if (options === null) return build.object_target(named);
  const rest = { key: options, value: build.rest_target(build.identifier(options)) };
  return build.object_target([...named, rest]);
}

function options_type(node: FunctionNode, emit: StatementEmit): target.Type {
  const { kwonlyargs, kw_defaults, kwarg } = node.args;
  const named = kwonlyargs.map((arg, index) => {
    const otherwise = used_default(arg, kw_defaults[index] ?? null, emit);
    const type = argument_type(arg, otherwise, emit);
    return { name: arg.arg, optional: otherwise !== null, readonly: false, type };
  });
  const known = build.object_type(named);
  if (kwarg === null) return known;
  const any = build.type_name("Record", [
    build.type_name("string"),
    emit.type({ type: "unknown" }),
  ]);
  return named.length === 0 ? any : { kind: "IntersectionType", members: [known, any] };
}

/** `**kwargs` is a dict of its own. */
function keyword_dict(kwarg: ast.Arg, options: string, emit: StatementEmit): target.Statement {
  const binding = emit.facts.scopes.defined_by(kwarg);
  const dict = build.call(emit.builtin("dict"), [build.identifier(options)]);
  if (!binding.is_rebound) return build.declare("const", emit.name(binding), dict);
  return build.declare("let", emit.name(binding), dict, {
    type: emit.type(emit.facts.types.of_binding(binding)),
  });
}

/** `...args`: an array; a tuple where the program looks at it as one. */
function rest_parameter(
  node: FunctionNode,
  vararg: ast.Arg,
  has_keywords: boolean,
  emit: StatementEmit,
): { readonly parameter: target.Parameter; readonly prologue: readonly target.Statement[] } {
  const binding = emit.facts.scopes.defined_by(vararg);
  const type = emit.facts.types.parameter(vararg);
  const element = type.type === "tuple_of" ? type.element : ({ type: "unknown" } as const);
  const name = emit.name(binding);
  if (!has_keywords && is_array_enough(binding, node)) {
    const array = build.array_type(emit.type(element));
    return { parameter: build.parameter(name, { type: array, rest: true }), prologue: [] };
  }
  const values = emit.fresh("values");
  const keyword = binding.is_rebound ? "let" : "const";
  if (!has_keywords) {
    const tuple = build.method_call(emit.builtin("Tuple"), "of", [
      build.spread(build.identifier(values)),
    ]);
    const array = build.array_type(emit.type(element));
    return {
      parameter: build.parameter(values, { type: array, rest: true }),
      prologue: [build.declare(keyword, name, tuple)],
    };
  }
  const { kwarg, kwonlyargs } = node.args;
  const options = kwarg === null ? null : emit.fresh("options");
  const split = build.call(emit.builtin("split_keywords"), [build.identifier(values)]);
  const pattern =
    kwonlyargs.length === 0 && options !== null
      ? build.identifier(options)
      : options_pattern(node, options, emit);
  const both = build.array_target([build.identifier(name), pattern]);
  const is_rebound = [vararg, ...kwonlyargs].some(
    (arg) => emit.facts.scopes.defined_by(arg).is_rebound,
  );
  return {
    parameter: build.parameter(values, {
      type: build.array_type(emit.type({ type: "unknown" })),
      rest: true,
    }),
    prologue: [
      build.declare(is_rebound ? "let" : "const", both, split),
      ...(kwarg === null || options === null ? [] : [keyword_dict(kwarg, options, emit)]),
    ],
  };
}
