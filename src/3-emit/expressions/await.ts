// await f(x) → await f(x)
import type * as ast from "../../../grammar/ast/index.ts";
import { runtime_api } from "../../facts/runtime-api.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { started_call } from "../shared/calls/started-call.ts";
import { has_method, members } from "../shared/types.ts";

/** A call that is awaited at once starts at once; anything else is an awaitable of the runtime. */
export function await_(node: ast.Await, emit: Emit): target.Expression {
  const { value } = node;
  const is_call = value.tag === "Call";
  if (is_call && emit.facts.effects.of_call(value) === "blocking")
    return build.await_(emit.expression(value));
  const is_generator = is_call && emit.facts.effects.of_call(value) === "generator";
  // JavaScript would wait for anything, and go on with it.
  if (is_generator || can_not_be_awaited(emit.facts.types.of(value), emit))
    return build.await_(build.call(emit.builtin("not_awaitable"), [emit.expression(value)]));
  return build.await_(
    is_call ? build.from(value, started_call(value, emit)) : emit.expression(value),
  );
}

const PLAIN: ReadonlySet<Type["type"]> = new Set([
  "none",
  "bool",
  "int",
  "float",
  "complex",
  "str",
  "bytes",
  "list",
  "tuple",
  "tuple_of",
  "dict",
  "set",
  "frozenset",
  "range",
  "iterator",
  "async_generator",
] as const);

function can_not_be_awaited(type: Type, emit: Emit): boolean {
  return members(type).every(
    (member) =>
      PLAIN.has(member.type) ||
      (member.type === "instance" && !has_method(member.node, "__await__", emit.facts)) ||
      (member.type === "runtime_instance" && is_plain_class(member.module, member.name)),
  );
}

/** `await lock`, as Python once took it: the classes of asyncio say what can be awaited. */
function is_plain_class(module: string, name: string): boolean {
  const found = runtime_api().find(module, name);
  if (module !== "asyncio" || found?.kind !== "class") return false;
  const { methods, bases } = found.class;
  if (methods.has("__await__")) return false;
  return bases.every((base) => {
    const [base_module = "", base_name = ""] = base.name.split(":");
    return base_module === "_" || is_plain_class(base_module, base_name);
  });
}
