// One `for … in … if …` of a comprehension: what it runs over, what it binds, what it asks.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { Binding } from "../../../facts/scopes.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import { entries } from "../entries.ts";
import { is_array, is_a, type_of } from "../kinds.ts";
import { display } from "../iterable.ts";
import { iterated } from "../iterated.ts";
import type { StatementEmit } from "../statement-emit.ts";
import { fits, pattern_target, store } from "../store.ts";
import { element_of, is_view_type } from "../types.ts";

export interface Clause {
  readonly node: ast.Comprehension;
  /** The variable of a loop, or parameter of a callback. */
  readonly variable: target.Target;
  /** What takes the variable apart where its pattern can't. */
  readonly stores: readonly target.Statement[];
  /** `array`, `range`: has map and filter. `inert`: taking all its items first changes nothing. */
  readonly source: "array" | "range" | "inert" | "other";
}

/** `is_shared`: its variables are declared outside of the loop. */
export function clause(node: ast.Comprehension, is_shared: boolean, emit: StatementEmit): Clause {
  const element = element_of(type_of(node.iter, emit));
  const source = source_of(node.iter, emit);
  if (fits(node.target, element, emit)) {
    return { node, variable: pattern_target(node.target, emit), stores: [], source };
  }
  const item = build.identifier(emit.fresh("item"));
  return {
    node,
    variable: item,
    stores: store(node.target, item, element, is_shared ? null : "const", emit),
    source,
  };
}

/** All variables of a comprehension, if closures in it capture any: they outlive the round that made them. */
export function shared_variables(
  node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
  emit: StatementEmit,
): readonly Binding[] {
  const bindings = [...emit.facts.scopes.scope_of(node).bindings.values()];
  return bindings.some((binding) => binding.is_captured) ? bindings : [];
}

function source_of(node: ast.Expression, emit: StatementEmit): Clause["source"] {
  if (is_array(node, emit)) return "array";
  if (is_a(node, emit, "range")) return "range";
  if (is_a(node, emit, "range", "str", "dict", "set", "frozenset", "bytes")) return "inert";
  return is_view_type(type_of(node, emit)) ? "inert" : "other";
}

/** The source as JavaScript iterates it. */
export function source(clause_: Clause, emit: StatementEmit): target.Expression {
  const { target: to, iter } = clause_.node;
  return entries(to, iter, emit) ?? display(iter, emit) ?? iterated(iter, emit);
}

/** All conditions of the clause as one test; `null` for none. */
export function condition(clause_: Clause, emit: StatementEmit): target.Expression | null {
  const [first, ...rest] = clause_.node.ifs.map((each) => emit.test(each));
  return first === undefined ? null : build.chain("&&", first, ...rest);
}

/** `(x) => body`, with the stores that its pattern needs. */
export function callback(clause_: Clause, body: target.Expression): target.ArrowFunction {
  const { variable, stores } = clause_;
  const code = stores.length === 0 ? body : build.block([...stores, build.return_(body)]);
  const is_plain =
    variable.kind === "Identifier" ||
    variable.kind === "ArrayTarget" ||
    variable.kind === "ObjectTarget";
  if (!is_plain) return build.arrow([], code);
  return build.arrow([build.parameter(variable)], code);
}
