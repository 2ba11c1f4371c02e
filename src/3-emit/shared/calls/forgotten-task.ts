// asyncio.create_task(f()) as a statement → asyncio.forget(asyncio.create_task(f)): what it fails with is told at its end
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";

/** A task that nobody keeps, in programs that can't find it again; `null` for all else. */
export function forgotten_task(node: ast.Expression, emit: Emit): target.Expression | null {
  if (node.tag !== "Call" || emit.facts.effects.finds_tasks || !makes_task(node, emit)) return null;
  return build.call(emit.runtime("asyncio", "forget"), [emit.expression(node)]);
}

/** Of a coroutine, in a loop: those of groups are kept by their groups. */
function makes_task(node: ast.Call, emit: Emit): boolean {
  const { func, args } = node;
  const [first] = args;
  if (first?.tag !== "Call" || emit.facts.effects.of_call(first) !== "coroutine") return false;
  const type = emit.facts.types.of(func);
  if (type.type === "runtime_function")
    return type.module === "asyncio" && MAKES_TASKS.has(type.name);
  return func.tag === "Attribute" && func.attr === "create_task" && is_loop(func.value, emit);
}

function is_loop(node: ast.Expression, emit: Emit): boolean {
  const type = emit.facts.types.of(node);
  return type.type === "runtime_instance" && type.name.endsWith("EventLoop");
}

const MAKES_TASKS: ReadonlySet<string> = new Set(["create_task", "ensure_future"]);
