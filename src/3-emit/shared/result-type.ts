// The declared result of a function.
import { scope_around } from "./receiver.ts";
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import type { Effect } from "../../facts/effects.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { StatementEmit } from "./statement-emit.ts";
import { may_be_awaitable } from "./types.ts";

/** `void` where only None is returned; wrapped in Promise where the function is async. */
export function result_type(
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  effect: Effect,
  emit: StatementEmit,
): target.Type | null {
  if (node.name === "__init__") return null;
  if (effect === "generator" || effect === "async_generator") {
    return generator_type(node, effect, emit);
  }
  const value = plain_result(node, emit);
  return effect === "plain" ? value : build.type_name("Promise", [value]);
}

/** `Generator<number, string, any>`: what it yields, what it returns; anything may be sent to it. */
function generator_type(
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  effect: "generator" | "async_generator",
  emit: StatementEmit,
): target.Type {
  const any = build.type_name("any");
  const yields = emit.facts.types.yields(node);
  // TypeScript awaits what an async generator yields; Python hands it over as it is.
  const is_kept = effect === "async_generator" && may_be_awaitable(yields, emit.facts);
  const is_hidden = is_kept || names_class_of(yields, node, emit);
  const item = yields.type === "never" || is_hidden ? any : emit.type(yields);
  if (effect === "generator") {
    return build.type_name("Generator", [item, plain_result(node, emit), any]);
  }
  return build.type_name("AsyncGenerator", [item, build.type_name("void"), any]);
}

function plain_result(
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  emit: StatementEmit,
): target.Type {
  const returns = emit.facts.types.returns(node);
  if (returns.type === "none" || is_silent(node, emit)) {
    if (is_answered_below(node, emit)) return build.type_name("any");
    return is_getter(node) ? build.literal_type(null) : build.type_name("void");
  }
  if (names_class_of(returns, node, emit)) return build.type_name("any");
  if (returns.type === "unknown" && node.returns !== null) {
    return emit.annotation(node.returns) ?? emit.type(returns);
  }
  return emit.type(returns);
}

/** A class of the function's own body has no name where its result is declared. */
function names_class_of(type: Type, node: ast.Node, emit: StatementEmit): boolean {
  if (type.type === "class" || type.type === "instance")
    if (emit.facts.scopes.scope_of(type.node).parent?.node === node) return true;
  return parts_of(type).some((part) => names_class_of(part, node, emit));
}

function parts_of(type: Type): readonly Type[] {
  switch (type.type) {
    case "list":
    case "tuple_of":
    case "set":
    case "frozenset":
    case "iterator":
      return [type.element];
    case "tuple":
      return type.elements;
    case "dict":
      return [type.key, type.value];
    case "union":
      return type.members;
    case "instance":
    case "runtime_instance":
      return type.arguments;
    case "generator":
    case "async_generator":
      return [type.yields];
    case "coroutine":
    case "callable":
      return [type.returns];
    default:
      return [];
  }
}

/** A method that gives nothing itself, but something where a class below overrides it. */
function is_answered_below(
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  emit: StatementEmit,
): boolean {
  const owner = scope_around(node, emit.facts)?.node;
  if (owner?.tag !== "ClassDef") return false;
  const below = new Set(emit.facts.classes.info(owner).subclasses);
  for (const each of below) {
    const { methods, subclasses } = emit.facts.classes.info(each);
    const override = methods.get(node.name);
    if (override !== undefined && emit.facts.types.returns(override).type !== "none") return true;
    for (const subclass of subclasses) below.add(subclass);
  }
  return false;
}

/** Nothing is ever returned, and the end is never reached either: `while True:`. */
function is_silent(node: ast.FunctionDef | ast.AsyncFunctionDef, emit: StatementEmit): boolean {
  return emit.facts.types.returns(node).type === "never" && node.returns === null;
}

/** `@property`: JavaScript's getters must say what they give. */
export function is_getter(node: ast.FunctionDef | ast.AsyncFunctionDef): boolean {
  return node.decorator_list.some((each) => each.tag === "Name" && each.id === "property");
}
