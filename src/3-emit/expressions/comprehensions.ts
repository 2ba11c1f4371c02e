// [f(x) for x in xs if x] → xs.filter((x) => …).map((x) => f(x));   (f(x) for x in xs) → a generator function, called
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_fixed } from "../shared/calls/fixed.ts";
import { clause } from "../shared/comprehension/clause.ts";
import { consumed, items } from "../shared/comprehension/consumed.ts";
import { nested } from "../shared/comprehension/loop.ts";
import { iterated } from "../shared/iterated.ts";
import { type_of } from "../shared/kinds.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { suspends } from "../shared/suspends.ts";

export function list_comp(node: ast.ListComp, emit: StatementEmit): target.Expression {
  return consumed(node, emit) ?? build.array([]);
}

export function set_comp(node: ast.SetComp, emit: StatementEmit): target.Expression {
  return build.new_(emit.builtin("PySet"), [consumed(node, emit) ?? build.array([])]);
}

export function dict_comp(node: ast.DictComp, emit: StatementEmit): target.Expression {
  const { key, value } = node;
  const pair = (): target.Expression => build.array([emit.expression(key), emit.expression(value)]);
  const pairs = items(node.generators, { nodes: [key, value], emitted: pair }, emit);
  const types = [emit.type(type_of(key, emit)), emit.type(type_of(value, emit))];
  return build.new_(emit.builtin("Dict"), [pairs], types);
}

/** The first iterable is evaluated at once, everything else when items are asked for. */
export function generator_exp(node: ast.GeneratorExp, emit: StatementEmit): target.Expression {
  const clauses = node.generators.map((each) => clause(each, emit));
  const [first] = node.generators;
  if (first === undefined) return build.array([]);
  const is_async =
    suspends(node.elt, emit) ||
    node.generators.some(
      (each, index) =>
        each.is_async === 1 ||
        each.ifs.some((test) => suspends(test, emit)) ||
        (index > 0 && suspends(each.iter, emit)),
    );
  const item = build.statement(build.yield_(emit.expression(node.elt)));
  const is_later = first.is_async === 0 && is_fixed(first.iter, emit);
  const parameter = build.identifier(is_later ? "" : emit.fresh("items"));
  const body = nested(clauses, item, emit, is_later ? null : parameter);
  const parameters = is_later ? [] : [build.parameter(parameter, { type: source_type(first) })];
  const parts = build.function_parts(parameters, { async: is_async, generator: true });
  const source =
    first.is_async === 1
      ? build.call(emit.builtin("aiter"), [emit.expression(first.iter)])
      : iterated(first.iter, emit);
  return build.call(
    build.function_expression(null, parts, build.block(body)),
    is_later ? [] : [source],
  );

  function source_type({ is_async: is_async_source, iter }: ast.Comprehension): target.Type {
    const name = is_async_source === 1 ? "AsyncIterable" : "Iterable";
    return build.type_name(name, [emit.type(element_type(iter))]);
  }

  function element_type(iter: ast.Expression): ReturnType<typeof type_of> {
    const type = type_of(iter, emit);
    return "element" in type ? type.element : { type: "unknown" };
  }
}
