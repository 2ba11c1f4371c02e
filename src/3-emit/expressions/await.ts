// await f(x) → await f(x)
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { started_call } from "../shared/calls/started-call.ts";

/** A call that is awaited at once starts at once; anything else is an awaitable of the runtime. */
export function await_(node: ast.Await, emit: Emit): target.Expression {
  const { value } = node;
  return build.await_(
    value.tag === "Call" && emit.facts.effects.of_call(value) !== "blocking"
      ? build.from(value, started_call(value, emit))
      : emit.expression(value),
  );
}
