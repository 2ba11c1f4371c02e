// log.exception("lost") inside a handler → log.exception("lost", { exc_info: error })
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { StatementEmit } from "../statement-emit.ts";
import { positional_arguments } from "./arguments.ts";

/**
 * A message to a logger with keywords, or one that tells of the exception that is being handled: the runtime can't
 * know which one that is. `null` for every other expression.
 */
export function logging_call(node: ast.Expression, emit: StatementEmit): target.Expression | null {
  if (node.tag !== "Call" || !is_message(node, emit)) return null;
  if (node.keywords.some(({ arg }) => arg === null)) return null;
  const { handled } = emit.surroundings;
  const said = node.keywords.find(({ arg }) => arg === "exc_info");
  const tells = said === undefined ? is_exception_method(node) : is_true(said.value);
  const properties = node.keywords.map((keyword) => {
    const is_handled = keyword === said && tells && handled !== null;
    const value = is_handled ? build.identifier(handled) : emit.expression(keyword.value);
    return build.property(keyword.arg, value);
  });
  if (said === undefined && tells && handled !== null)
    properties.push(build.property("exc_info", build.identifier(handled)));
  if (properties.length === 0) return null;
  const args = [...positional_arguments(node, emit), build.object(properties)];
  return build.from(node, build.call(emit.expression(node.func), args));
}

const MESSAGES: ReadonlySet<string> = new Set(
  "debug info warning warn error exception critical fatal log".split(" "),
);

function is_message(node: ast.Call, emit: StatementEmit): boolean {
  const callee = emit.facts.calls.callee(node);
  if (callee.kind !== "runtime" || callee.callable.module !== "logging") return false;
  return MESSAGES.has(callee.callable.name.replace(/^Logger\./, ""));
}

function is_exception_method({ func }: ast.Call): boolean {
  const name = func.tag === "Attribute" ? func.attr : func.tag === "Name" ? func.id : "";
  return name === "exception";
}

function is_true(node: ast.Expression): boolean {
  return node.tag === "Constant" && node.value.type === "bool" && node.value.value === true;
}
