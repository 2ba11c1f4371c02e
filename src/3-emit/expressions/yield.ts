// yield x → yield x;   yield from xs → yield* xs;   in a generator-based coroutine: yield from f() → await f(), yield → await asyncio.sleep(0)
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { is_a, type_of } from "../shared/kinds.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { suppresses } from "../shared/suppression.ts";
import { some_node } from "../shared/walk.ts";
import { may_be_awaitable } from "../shared/types.ts";

export function yield_(node: ast.Yield, emit: StatementEmit): target.Expression {
  if (emit.frame.effect === "coroutine") return given_way(node, emit);
  const value = yielded(node, emit);
  const { handling } = emit.surroundings;
  if (handling === null) return build.yield_(value);
  // The exception that the generator handles is not the one that its caller does.
  const name = build.identifier(handling);
  const given = build.yield_(build.method_call(name, "paused", [value]));
  return build.method_call(name, "resumed", [given]);
}

/** A bare `yield` of a generator-based coroutine gives the loop one iteration. */
function given_way(node: ast.Yield, emit: StatementEmit): target.Expression {
  const { value } = node;
  if (value === null || (value.tag === "Constant" && value.value.type === "None"))
    return build.await_(build.call(emit.runtime("asyncio", "sleep"), [build.number(0)]));
  return emit.unsupported(
    node,
    "this coroutine yields a value to whoever drives it, and here only a loop drives coroutines",
    "await a future or a queue by which the value goes out",
  );
}

function yielded(node: ast.Yield, emit: Emit): target.Expression {
  if (node.value === null) return build.null_();
  const value = emit.expression(node.value);
  // An async generator would await what it yields; Python hands it over as it is.
  const flattens =
    emit.frame.effect === "async_generator" &&
    may_be_awaitable(type_of(node.value, emit), emit.facts);
  if (!flattens) return value;
  return build.as_(build.call(emit.builtin("as_value"), [value]), build.type_name("any"));
}

/** A generator that ends when it is closed although it hangs in a `try`: `yield*` would go on behind it. */
function may_swallow_exit(value: ast.Expression, emit: Emit): boolean {
  if (value.tag !== "Call") return false;
  const callee = emit.facts.calls.callee(value);
  if (callee.kind !== "function" && callee.kind !== "method") return false;
  return some_node(callee.node, (node) => {
    if (node.tag === "With") {
      const { items } = node as ast.With;
      return items.some((item) => suppresses(item.context_expr, false, emit.facts));
    }
    return node.tag === "ExceptHandler" && takes_exit((node as ast.ExceptHandler).type);
  });
}

function takes_exit(type: ast.Expression | null): boolean {
  if (type?.tag === "Tuple") return type.elts.some(takes_exit);
  return type?.tag !== "Name" || EXITS.has(type.id);
}

const EXITS: ReadonlySet<string> = new Set(["BaseException", "GeneratorExit"]);

/** Where it may be caught, a StopIteration that leaves the inner generator must be the RuntimeError that it is in Python. */
export function yield_from(node: ast.YieldFrom, emit: StatementEmit): target.Expression {
  if (emit.frame.effect === "coroutine") return emit.expression({ ...node, tag: "Await" });
  const value = emit.expression(node.value);
  const is_native =
    is_a(node.value, emit, "generator") &&
    !emit.surroundings.is_tried &&
    !may_swallow_exit(node.value, emit);
  return build.yield_(is_native ? value : build.call(emit.builtin("yield_from"), [value]), {
    delegate: true,
  });
}
