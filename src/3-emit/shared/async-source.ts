// What `async for` goes through, where the loop may be left before its end.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";
import { members } from "./types.ts";
import { some_node } from "./walk.ts";

/**
 * JavaScript closes an async generator at once when its loop is left, by an exception as well; asyncio
 * finalises it in a task of its own, later. The same only where there is nothing to finalise.
 */
export function left_source(iter: ast.Expression, emit: Emit): target.Expression {
  const emitted = emit.expression(iter);
  const types = members(emit.facts.types.of(iter));
  const is_generator = types.every((type) => type.type === "async_generator");
  if (is_generator && !emit.facts.effects.sees_tasks && has_no_cleanup(iter, emit)) {
    return emitted;
  }
  const is_object = types.every(({ type }) => type === "instance" || type === "runtime_instance");
  if (is_object) return build.call(emit.builtin("aiter"), [emitted]);
  const is_held = iter.tag !== "Call";
  return build.call(emit.builtin(is_held ? "keep_open_async" : "finalized"), [emitted]);
}

/** A call of a generator of the program without `try` or `with`, whose end nobody can see. */
function has_no_cleanup(iter: ast.Expression, emit: Emit): boolean {
  if (iter.tag !== "Call") return false;
  const callee = emit.facts.calls.callee(iter);
  if (callee.kind !== "function" && callee.kind !== "method") return false;
  return !some_node(callee.node, (each) => CLEANUP.has(each.tag));
}

const CLEANUP: ReadonlySet<string> = new Set(["Try", "TryStar", "With", "AsyncWith", "AsyncFor"]);
