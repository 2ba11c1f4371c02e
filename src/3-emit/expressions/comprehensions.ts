// [f(x) for x in xs if x] → xs.filter((x) => …).map((x) => f(x));   (f(x) for x in xs) → a generator function, called
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_fixed } from "../shared/calls/fixed.ts";
import { clause, shared_variables } from "../shared/comprehension/clause.ts";
import { consumed, items } from "../shared/comprehension/consumed.ts";
import { nested } from "../shared/comprehension/loop.ts";
import { iterated } from "../shared/iterated.ts";
import { left_source } from "../shared/async-source.ts";
import { type_of } from "../shared/kinds.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { has_await, suspends } from "../shared/suspends.ts";
import { element_of } from "../shared/types.ts";

export function list_comp(node: ast.ListComp, emit: StatementEmit): target.Expression {
  return consumed(node, emit) ?? build.array([]);
}

export function set_comp(node: ast.SetComp, emit: StatementEmit): target.Expression {
  return build.new_(emit.builtin("PySet"), [consumed(node, emit) ?? build.array([])]);
}

export function dict_comp(node: ast.DictComp, emit: StatementEmit): target.Expression {
  const { key, value } = node;
  const pair = (): target.Expression => build.array([emit.expression(key), emit.expression(value)]);
  const pairs = items(node, { nodes: [key, value], emitted: pair }, emit);
  const types = [emit.type(type_of(key, emit)), emit.type(type_of(value, emit))];
  return build.new_(emit.builtin("Dict"), [pairs], types);
}

/** The first iterable is evaluated at once, everything else when items are asked for. */
export function generator_exp(node: ast.GeneratorExp, emit: StatementEmit): target.Expression {
  const [first] = node.generators;
  if (first === undefined) return build.array([]);
  const later = evaluated_later(node);
  const is_async = later.some(has_await) || node.generators.some((each) => each.is_async === 1);
  if (!is_async && later.some((each) => suspends(each, emit)))
    return emit.unsupported(
      node,
      "this generator expression blocks each time an item is asked for",
      "write it as a list comprehension",
    );
  const shared = shared_variables(node, emit);
  const clauses = node.generators.map((each) => clause(each, shared.length > 0, emit));
  const item = build.statement(build.yield_(emit.expression(node.elt)));
  if (first.is_async === 0 && is_fixed(first.iter, emit))
    return generator([], nested(clauses, item, shared, emit, { may_leave: true }), is_async, []);
  const parameter = build.identifier(emit.fresh("items"));
  const body = nested(clauses, item, shared, emit, { first_source: parameter, may_leave: true });
  return generator(
    [build.parameter(parameter, { type: source_type(first, emit) })],
    body,
    is_async,
    [source_of(first, emit)],
  );
}

function evaluated_later(node: ast.GeneratorExp): readonly ast.Expression[] {
  const inner = node.generators.slice(1).map((each) => each.iter);
  return [node.elt, ...node.generators.flatMap((each) => each.ifs), ...inner];
}

function generator(
  parameters: readonly target.Parameter[],
  body: readonly target.Statement[],
  is_async: boolean,
  args: readonly target.Expression[],
): target.Expression {
  const parts = build.function_parts(parameters, { async: is_async, generator: true });
  return build.call(build.function_expression(null, parts, build.block(body)), args);
}

function source_of(first: ast.Comprehension, emit: StatementEmit): target.Expression {
  if (first.is_async === 0) return iterated(first.iter, emit);
  return left_source(first.iter, emit);
}

function source_type(first: ast.Comprehension, emit: StatementEmit): target.Type {
  const name = first.is_async === 1 ? "AsyncIterable" : "Iterable";
  return build.type_name(name, [emit.type(element_of(type_of(first.iter, emit)))]);
}
