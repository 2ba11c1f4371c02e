// A coroutine call that nobody awaits at once: f(x) → coroutine(f, x), or () => f(x) where the runtime takes that.
import type * as ast from "../../../../grammar/ast/index.ts";
import { mark_closure } from "../../../facts/closures.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { is_stable } from "../order.ts";
import { can_wait } from "./fixed.ts";
import { handed_over } from "./handed-over.ts";
import { started_call } from "./started-call.ts";

export function lazy_call(node: ast.Call, emit: Emit): target.Expression {
  const how = handed_over(node, emit);
  if (how !== null && !emit.facts.effects.sees_coroutines && can_wait(node, emit)) {
    const started = started_call(node, emit);
    const is_bare = started.kind === "Call" && started.arguments.length === 0;
    if (how === "one" && is_bare && started.callee.kind === "Identifier") return started.callee;
    mark_closure(node);
    return build.arrow([], started);
  }
  const started = started_call(node, emit);
  if (started.kind === "Sequence") return last_made_lazy(started, emit);
  return made_lazy(started, node, emit);
}

/** The arguments are evaluated now, the call is made when somebody awaits it. */
function made_lazy(
  started: target.Expression,
  node: ast.Call | null,
  emit: Emit,
): target.Expression {
  if (started.kind !== "Call") return started;
  const { callee } = started;
  // `call(f, …)`, `call_method(x, "m", …)` make a coroutine themselves.
  if (callee.kind === "Identifier" && MAKERS.test(callee.name)) return started;
  const make = emit.builtin("coroutine");
  if (callee.kind !== "Member" || is_namespace(node) || is_of_runtime(callee))
    return build.call(make, [callee, ...started.arguments]);
  if (node?.func.tag === "Attribute" && is_stable(node.func.value, emit)) {
    const bound = build.method_call(callee, "bind", [callee.object]);
    return build.call(make, [bound, ...started.arguments]);
  }
  const args = [callee.object, build.string(callee.property), ...started.arguments];
  return build.call(emit.builtin("call_method"), args);

  function is_namespace(of: ast.Call | null): boolean {
    return of?.func.tag === "Attribute" && emit.facts.types.of(of.func.value).type === "module";
  }
}

/** `async_generator.asend`: a function, whose receiver is among the arguments. */
function is_of_runtime({ object }: target.Member): boolean {
  return object.kind === "Identifier" && object.runtime === "builtins.async_generator";
}

const MAKERS = /^(?:py_)?call(?:_with|_method)?\d*$/u;

function last_made_lazy(started: target.Sequence, emit: Emit): target.Expression {
  const last = started.expressions.at(-1);
  if (last === undefined) return started;
  return build.sequence([...started.expressions.slice(0, -1), made_lazy(last, null, emit)]);
}
