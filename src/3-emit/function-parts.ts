// Parameters, result and body of a function, method or lambda.
import type * as ast from "../../grammar/ast/index.ts";
import type { FunctionNode } from "../facts/effects.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import { below_docstring } from "./comments.ts";
import { counted } from "./shared/counted-calls.ts";
import { parameters_of } from "./shared/parameters.ts";
import { falls_through } from "./shared/reachability.ts";
import { receiver_parameter, self_name } from "./shared/receiver.ts";
import { is_getter, result_type } from "./shared/result-type.ts";
import { with_stops_told } from "./shared/stopping.ts";
import { members } from "./shared/types.ts";
import type { StatementEmit } from "./shared/statement-emit.ts";

export type Parts = target.FunctionParts & { readonly body: target.Block };

export function function_parts(node: FunctionNode, outer: StatementEmit): Parts {
  const effect = outer.facts.effects.of_function(node);
  const emit = outer.inside({ node, effect });
  const { parameters, prologue } = parameters_of(node, emit);
  const body =
    node.tag === "Lambda"
      ? [build.return_(emit.expression(node.body))]
      : [...receiver_alias(node, emit), ...suite_of(node, emit)];
  const heads = emit.declarations.head.map((binding) => emit.declare(binding));
  return {
    async: effect === "coroutine" || effect === "blocking" || effect === "async_generator",
    generator: effect === "generator" || effect === "async_generator",
    type_parameters: type_parameters(node),
    parameters,
    returns: node.tag === "Lambda" ? null : result_type(node, effect, emit),
    body: build.block([
      ...prologue,
      ...emit.temporaries(),
      ...heads,
      ...counted(node, with_stops_told(node, body, emit), emit),
    ]),
  };
}

function suite_of(
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  emit: StatementEmit,
): readonly target.Statement[] {
  const { body, comments } = below_docstring(node.body, emit.trivia);
  const statements = [...comments, ...emit.statements(body, node)];
  return [...without_gap(statements), ...final_return(node, emit)];
}

/** The blank line below a docstring would stand at the head of the body. */
function without_gap(statements: readonly target.Statement[]): readonly target.Statement[] {
  const [first, ...rest] = statements;
  return first?.blank_before === true ? [{ ...first, blank_before: false }, ...rest] : statements;
}

/** Running off the end gives None: said where the function gives something else on other ways. */
function final_return(
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  emit: StatementEmit,
): readonly target.Statement[] {
  const value = emit.facts.types.returns(node);
  if (is_getter(node) && value.type === "none" && falls_through(node.body, emit.facts))
    return [build.return_(build.null_())];
  const is_silent =
    value.type === "none" ||
    value.type === "unknown" ||
    value.type === "never" ||
    emit.frame.effect === "async_generator" ||
    node.name === "__init__";
  if (is_silent || !falls_through(node.body, emit.facts)) return [];
  if (members(value).some((member) => member.type === "none"))
    return [build.return_(build.null_())];
  // The analysis knows that the end is never reached; TypeScript has to be told.
  const text = build.string("never reached");
  return [build.throw_(build.new_(emit.builtin("AssertionError"), [text]))];
}

/** `const self = this;` where functions inside have a `this` of their own. */
function receiver_alias(node: FunctionNode, emit: StatementEmit): readonly target.Statement[] {
  const parameter = receiver_parameter(node, emit.facts);
  if (parameter === null) return [];
  const binding = emit.facts.scopes.defined_by(parameter);
  if (self_name(binding, emit.facts) !== null) return [];
  const keyword = binding.definitions.length > 1 ? "let" : "const";
  return [build.declare(keyword, emit.name(binding), build.this_())];
}

/** A constructor has none of its own. */
function type_parameters(node: FunctionNode): readonly target.TypeParameter[] {
  if (node.tag === "Lambda" || node.name === "__init__") return [];
  return node.type_params.map((parameter) => build.type_parameter(parameter.name));
}
