// The declared result of a function.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Effect } from "../../facts/effects.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { StatementEmit } from "./statement-emit.ts";

/** `void` where only None is returned; wrapped in Promise where the function is async. */
export function result_type(
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  effect: Effect,
  emit: StatementEmit,
): target.Type | null {
  if (node.name === "__init__") return null;
  const returns = emit.facts.types.returns(node);
  if (effect === "generator" || effect === "async_generator") {
    return returns.type === "unknown" ? any_generator(effect) : emit.type(returns);
  }
  const value = plain_result(node, emit);
  return effect === "plain" ? value : build.type_name("Promise", [value]);
}

/** Nothing is known of what it yields; TypeScript wants to hear it all the same. */
function any_generator(effect: "generator" | "async_generator"): target.Type {
  const any = build.type_name("any");
  if (effect === "generator") return build.type_name("Generator", [any, any, any]);
  return build.type_name("AsyncGenerator", [any, build.type_name("void"), any]);
}

function plain_result(
  node: ast.FunctionDef | ast.AsyncFunctionDef,
  emit: StatementEmit,
): target.Type {
  const returns = emit.facts.types.returns(node);
  if (returns.type === "none") return build.type_name("void");
  if (returns.type === "unknown" && node.returns !== null) {
    return emit.annotation(node.returns) ?? emit.type(returns);
  }
  return emit.type(returns);
}
