// All items of a comprehension as an array: xs.filter(…).map(…) where that is the same, a loop otherwise.
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { enumerated_list } from "../entries.ts";
import { is_str } from "../kinds.ts";
import { is_harmless, is_total } from "../purity.ts";
import type { StatementEmit } from "../statement-emit.ts";
import { has_await, suspends } from "../suspends.ts";
import { callback, clause, condition, shared_variables, source, type Clause } from "./clause.ts";
import type { Item } from "./item.ts";
import { loop } from "./loop.ts";

/** The items that a list comprehension or an eagerly read generator expression gives. */
export function consumed(
  node: ast.ListComp | ast.SetComp | ast.GeneratorExp,
  outer: Emit,
): target.Expression | null {
  const emit = outer as StatementEmit;
  const item = { nodes: [node.elt], emitted: () => emit.expression(node.elt) };
  // An asynchronous generator expression is not read by ordinary functions.
  if (node.tag === "GeneratorExp" && has_await(node)) return null;
  return items(node, item, emit);
}

/** An array with as many elements as `(1 for x in xs if …)` has items; `null` where that takes more than a filter. */
export function counted(node: ast.GeneratorExp, outer: Emit): target.Expression | null {
  const [only, ...others] = node.generators;
  if (only === undefined || others.length > 0 || only.target.tag !== "Name") return null;
  if (has_await(node) || only.ifs.length === 0) return null;
  const emit = outer as StatementEmit;
  const variable = build.identifier(emit.name(emit.facts.scopes.defined_by(only.target)));
  return items(node, { nodes: [only.target], emitted: () => variable }, emit);
}

/** `any(test for x in xs)` → `xs.some((x) => test)`, `all` → `every`; `null` where the order of things could be seen. */
export function quantified(
  node: ast.GeneratorExp,
  method: "some" | "every",
  outer: Emit,
): target.Expression | null {
  const emit = outer as StatementEmit;
  const [first, ...others] = node.generators;
  if (first === undefined || others.length > 0 || has_await(node)) return null;
  if (shared_variables(node, emit).length > 0) return null;
  const only = clause(first, false, emit);
  const parts = [node.elt, ...first.ifs, first.iter];
  if (only.source === "other" || !parts.every((each) => is_harmless(each, emit))) return null;
  const from = source(only, emit);
  const array = only.source === "array" ? from : build.array([build.spread(from)]);
  const test = emit.test(node.elt);
  const asked = condition(only, emit);
  const both =
    asked === null
      ? test
      : method === "some"
        ? build.chain("&&", asked, test)
        : build.chain("||", build.not(asked), test);
  return build.method_call(array, method, [callback(only, both)]);
}

export function items(
  node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
  item: Item,
  emit: StatementEmit,
): target.Expression {
  const shared = shared_variables(node, emit);
  const clauses = node.generators.map((each) => clause(each, shared.length > 0, emit));
  return shared.length > 0 || needs_loop(clauses, item, emit)
    ? loop(clauses, item, shared, emit)
    : chain(clauses, item, emit);
}

/** Awaits can't stand in callbacks; with other code of the program among the conditions the order has to be kept. */
function needs_loop(clauses: readonly Clause[], item: Item, emit: StatementEmit): boolean {
  const [first, ...rest] = clauses;
  if (first === undefined) return false;
  if (item.nodes.some((each) => suspends(each, emit))) return true;
  if (clauses.some(({ node }) => node.is_async === 1)) return true;
  if (clauses.some(({ node }) => node.ifs.some((each) => suspends(each, emit)))) return true;
  if (rest.some(({ node }) => suspends(node.iter, emit))) return true;
  const is_calm =
    is_harmless_item(item, emit) && clauses.every((each) => is_harmless_clause(each, emit));
  const has_conditions = clauses.some(({ node }) => node.ifs.length > 0);
  if (is_calm) return has_conditions && clauses.some(({ source: kind }) => kind === "other");
  // `Array.from` takes item by item, as Python does; all else would not.
  return has_conditions || clauses.length > 1;
}

function is_harmless_item(item: Item, emit: StatementEmit): boolean {
  return item.nodes.every((each) => is_harmless(each, emit));
}

function is_harmless_clause({ node }: Clause, emit: StatementEmit): boolean {
  return node.ifs.every((each) => is_harmless(each, emit)) && is_harmless(node.iter, emit);
}

function chain(clauses: readonly Clause[], item: Item, emit: StatementEmit): target.Expression {
  const [first, ...rest] = clauses;
  if (first === undefined) return build.array([item.emitted()]);
  if (rest.length === 0) {
    const together = zipped(first, item, emit) ?? counted_map(first, item, emit);
    if (together !== null) return together;
  }
  const from = source(first, emit);
  if (rest.length > 0) return flat(first, from, chain(rest, item, emit), emit);
  return mapped(first, from, item, emit);
}

/** `[x * y for x, y in zip(xs, ys)]` → `zip_with((x, y) => x * y, xs, ys)`. */
function zipped({ node }: Clause, item: Item, emit: StatementEmit): target.Expression | null {
  const { iter, ifs, target: to } = node;
  if (ifs.length > 0 || iter.tag !== "Call" || iter.keywords.length > 0) return null;
  const callee = emit.facts.calls.callee(iter);
  if (callee.kind !== "builtin" || callee.name !== "zip" || to.tag !== "Tuple") return null;
  if (to.elts.length < 2 || to.elts.length !== iter.args.length) return null;
  if (iter.args.some(({ tag }) => tag === "Starred")) return null;
  if (!to.elts.every(({ tag }) => tag === "Name")) return null;
  const parameters = to.elts.map((each) => {
    const name = emit.target(each);
    return name.kind === "Identifier" ? build.parameter(name) : null;
  });
  if (!parameters.every((each) => each !== null)) return null;
  if (new Set(to.elts.map((each) => (each.tag === "Name" ? each.id : ""))).size < to.elts.length)
    return null;
  return build.call(emit.builtin("zip_with"), [
    build.arrow(parameters, item.emitted()),
    ...iter.args.map((each) => emit.expression(each)),
  ]);
}

/** `[x * i for i, x in enumerate(xs)]` → `xs.map((x, i) => x * i)`. */
function counted_map({ node }: Clause, item: Item, emit: StatementEmit): target.Expression | null {
  const { iter, ifs, target: to } = node;
  const list = enumerated_list(to, iter, emit);
  if (list === null || ifs.length > 0 || to.tag !== "Tuple") return null;
  // `map` looks at the length but once.
  if (!is_harmless_item(item, emit)) return null;
  const [count, each] = to.elts;
  if (count?.tag !== "Name" || each?.tag !== "Name" || count.id === each.id) return null;
  const [index, variable] = [emit.target(count), emit.target(each)];
  if (index.kind !== "Identifier" || variable.kind !== "Identifier") return null;
  const parameters = [build.parameter(variable), build.parameter(index)];
  const made = build.arrow(parameters, item.emitted());
  return build.method_call(emit.expression(list), "map", [made]);
}

/** Nested clauses: `xs.flatMap((x) => ys.map((y) => …))`. */
function flat(
  outer: Clause,
  from: target.Expression,
  inner: target.Expression,
  emit: StatementEmit,
): target.Expression {
  const test = condition(outer, emit);
  const body = test === null ? inner : build.conditional(test, inner, build.array([]));
  const array = outer.source === "array" ? from : build.array([build.spread(from)]);
  return build.method_call(array, "flatMap", [callback(outer, body)]);
}

function mapped(
  only: Clause,
  from: target.Expression,
  item: Item,
  emit: StatementEmit,
): target.Expression {
  const test = condition(only, emit);
  const is_itself = is_its_variable(item, only);
  if (test === null) {
    if (is_itself) return from.kind === "ArrayLiteral" ? from : build.array([build.spread(from)]);
    const is_calm = only.source === "array" && is_harmless_item(item, emit);
    // A range never changes, and its map makes item by item.
    if (is_calm || only.source === "range")
      return build.method_call(from, "map", [callback(only, item.emitted())]);
    // Engines take a string apart quickly; `Array.from` asks it for one character after the other.
    if (is_str(only.node.iter, emit))
      return build.method_call(build.array([build.spread(from)]), "map", [
        callback(only, item.emitted()),
      ]);
    return build.method_call(build.identifier("Array"), "from", [
      from,
      callback(only, item.emitted()),
    ]);
  }
  const has_filter = only.source === "array" || only.source === "range";
  const array = has_filter ? from : build.array([build.spread(from)]);
  if (is_itself) return build.method_call(array, "filter", [callback(only, test)]);
  if (can_be_split(only, item, emit)) {
    const found = build.method_call(array, "filter", [callback(only, test)]);
    return build.method_call(found, "map", [callback(only, item.emitted())]);
  }
  const body = build.conditional(test, build.array([item.emitted()]), build.array([]));
  const flattened = only.source === "range" ? build.array([build.spread(from)]) : array;
  return build.method_call(flattened, "flatMap", [callback(only, body)]);
}

/** Asking all conditions first, then making all items: nobody can tell. */
function can_be_split(only: Clause, item: Item, emit: StatementEmit): boolean {
  const { ifs } = only.node;
  return (
    ifs.every((each) => is_total(each, emit)) || item.nodes.every((each) => is_total(each, emit))
  );
}

function is_its_variable(item: Item, { node }: Clause): boolean {
  const [only, ...others] = item.nodes;
  if (only?.tag !== "Name" || others.length > 0) return false;
  return node.target.tag === "Name" && node.target.id === only.id;
}
