// f(x) → f(x), new C(x), coroutine(f, x), await f(x): by what the call does to control
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { handled_call } from "../shared/calls/handled-call.ts";
import { is_blocking_iterator } from "../shared/types.ts";
import { lazy_call } from "../shared/calls/lazy-call.ts";
import { awaiting_sibling } from "../shared/calls/awaiting-sibling.ts";
import { started_call } from "../shared/calls/started-call.ts";
import { variables_call } from "../shared/calls/variables-call.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";

export function call(node: ast.Call, emit: StatementEmit): target.Expression {
  const of_handled = handled_call(node, emit);
  if (of_handled !== null) return of_handled;
  const of_variables = variables_call(node, emit);
  if (of_variables !== null) return of_variables;
  switch (emit.facts.effects.of_call(node)) {
    case "coroutine":
      return lazy_call(node, emit);
    case "blocking":
      return blocking_call(node, emit);
    default:
      return emit.facts.effects.outcome_of(node) === "at_once"
        ? build.call(emit.builtin("at_once"), [started_call(node, emit)])
        : started_call(node, emit);
  }
}

/** What blocks in Python is awaited; only functions that are `async` themselves can do that. */
function blocking_call(node: ast.Call, emit: Emit): target.Expression {
  const { effect, node: owner } = emit.frame;
  if (effect === "generator" || (effect === "plain" && owner.tag !== "Module"))
    return emit.unsupported(
      node,
      "this call blocks where nothing can be awaited",
      "make the call in a function that is called directly, not in a generator or callback",
    );
  if (emit.facts.effects.starts_eagerly(node)) {
    const started = emit.runtime("asyncio", "started");
    const made = build.await_(build.call(started, [started_call(node, emit)]));
    return build.member(made, "value");
  }
  if (emit.facts.effects.outcome_of(node) === "waits")
    return build.await_(build.call(emit.builtin("outcome"), [started_call(node, emit)]));
  const started = emit.facts.effects.waits_for_callback(node)
    ? awaiting_sibling(started_call(node, emit), node)
    : started_call(node, emit);
  if (emit.facts.calls.callee(node).kind === "builtin")
    return with_items_waited_for(node, started, emit);
  return build.await_(started);
}

/** `list(pool.map(f, xs))`: the items are waited for, the call itself takes a list. */
function with_items_waited_for(
  node: ast.Call,
  started: target.Expression,
  emit: Emit,
): target.Expression {
  const waiting = node.args.filter((each) => is_blocking_iterator(emit.facts.types.of(each)));
  if (started.kind !== "Call" || waiting.length === 0) return build.await_(started);
  const args = started.arguments.map((each) => {
    const is_waiting = waiting.some(
      (arg) => each.origin?.start === arg.start && each.origin.end === arg.end,
    );
    return is_waiting ? build.await_(build.method_call(each, "to_list")) : each;
  });
  return { ...started, arguments: args };
}
