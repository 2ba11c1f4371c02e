// await f(x) → await f(x)
import type * as ast from "../../../grammar/ast/index.ts";
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
  // JavaScript would wait for anything, and go on with it.
  if (can_not_be_awaited(emit.facts.types.of(value), emit))
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
] as const);

function can_not_be_awaited(type: Type, emit: Emit): boolean {
  return members(type).every(
    (member) =>
      PLAIN.has(member.type) ||
      (member.type === "instance" && !has_method(member.node, "__await__", emit.facts)),
  );
}
