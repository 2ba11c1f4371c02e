// A comprehension as a loop in a function of its own: the form that takes awaits and keeps every order.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { Binding } from "../../../facts/scopes.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import { left_source } from "../async-source.ts";
import { united } from "../united.ts";
import { type_of } from "../kinds.ts";
import type { StatementEmit } from "../statement-emit.ts";
import { is_total } from "../purity.ts";
import { suspends } from "../suspends.ts";
import { condition, source, type Clause } from "./clause.ts";
import type { Item } from "./item.ts";

export function loop(
  clauses: readonly Clause[],
  item: Item,
  shared: readonly Binding[],
  emit: StatementEmit,
): target.Expression {
  const list = build.identifier(emit.fresh("items"));
  const push = build.statement(build.method_call(list, "push", [item.emitted()]));
  const element =
    item.nodes.length === 1
      ? emit.type(united(item.nodes.map((each) => type_of(each, emit))))
      : build.tuple_type(item.nodes.map((each) => emit.type(type_of(each, emit))));
  const tests = clauses.flatMap(({ node }) => node.ifs);
  const may_leave =
    clauses.length > 1 ||
    clauses.some(({ stores }) => stores.length > 0) ||
    ![...item.nodes, ...tests].every((each) => is_total(each, emit));
  const body = build.block([
    build.const_(list, build.array([]), build.array_type(element)),
    ...nested(clauses, push, shared, emit, { may_leave }),
    build.return_(list),
  ]);
  const is_async =
    item.nodes.some((each) => suspends(each, emit)) ||
    clauses.some(({ node }) => suspends(node, emit));
  const made = build.call(build.arrow([], body, { async: is_async }));
  return is_async ? build.await_(made) : made;
}

interface NestedOptions {
  /** What the first loop goes through, where it is evaluated elsewhere. */
  readonly first_source?: target.Expression;
  /** The loops may end before their end: by an exception, or with the generator that they are in. */
  readonly may_leave: boolean;
}

/**
 * The clauses as loops in each other, `innermost` in the last. Variables that closures capture are
 * shared by all rounds, as Python shares them.
 */
export function nested(
  clauses: readonly Clause[],
  innermost: target.Statement,
  shared: readonly Binding[],
  emit: StatementEmit,
  options: NestedOptions,
): readonly target.Statement[] {
  const declared = shared.map((binding) =>
    build.declare("let", build.identifier(emit.name(binding)), null, {
      type: emit.type(emit.facts.types.of_binding(binding)),
      definite: true,
    }),
  );
  const keyword = shared.length > 0 ? null : "const";
  return [...declared, ...loops(clauses, innermost, keyword, emit, options)];
}

function loops(
  clauses: readonly Clause[],
  innermost: target.Statement,
  keyword: "const" | null,
  emit: StatementEmit,
  { first_source, may_leave }: NestedOptions,
): readonly target.Statement[] {
  const [first, ...rest] = clauses;
  if (first === undefined) return [innermost];
  const inner = loops(rest, innermost, keyword, emit, { may_leave });
  const test = condition(first, emit);
  const body = test === null ? inner : [build.if_(test, build.block(inner))];
  const is_async = first.node.is_async === 1;
  const from =
    first_source ??
    (is_async ? async_source(first.node.iter, may_leave, emit) : source(first, emit));
  const block = build.block([...first.stores, ...body]);
  const own = first.stores.length > 0 ? "const" : keyword;
  return [build.for_of(own, first.variable, from, block, { await: is_async })];
}

function async_source(
  iter: ast.Expression,
  may_leave: boolean,
  emit: StatementEmit,
): target.Expression {
  // What others hold they may advance meanwhile, or leave to the loop's shutdown.
  if (may_leave || iter.tag !== "Call") return left_source(iter, emit);
  return build.call(emit.builtin("aiter"), [emit.expression(iter)]);
}
