// async for x in xs: … → for await (const x of xs) { … }
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { loop_head } from "../shared/loop-head.ts";
import { with_else } from "../shared/loop.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { element_of, members } from "../shared/types.ts";
import { some_node } from "../shared/walk.ts";

export function async_for(node: ast.AsyncFor, emit: StatementEmit): readonly target.Statement[] {
  return with_else(node, emit, (inner) => {
    const element = element_of(emit.facts.types.of(node.iter));
    const head = loop_head(node.target, element, emit);
    const body = build.block([...head.stores, ...inner.statements(node.body, node)]);
    const over = async_iterable(node, emit);
    return [build.for_of(head.keyword, head.target, over, body, { await: true })];
  });
}

/**
 * JavaScript closes an async generator at once when its loop is left, by an exception as well; asyncio
 * finalises it in a task of its own, later. The same only where there is nothing to finalise.
 */
function async_iterable(node: ast.AsyncFor, emit: StatementEmit): target.Expression {
  const emitted = emit.expression(node.iter);
  const types = members(emit.facts.types.of(node.iter));
  if (types.every((type) => type.type === "async_generator") && has_no_cleanup(node.iter, emit)) {
    return emitted;
  }
  const is_object = types.every(({ type }) => type === "instance" || type === "runtime_instance");
  if (is_object) return build.call(emit.builtin("aiter"), [emitted]);
  const is_held = node.iter.tag !== "Call";
  return build.call(emit.builtin(is_held ? "keep_open_async" : "finalized"), [emitted]);
}

/** A call of a generator of the program without `try` or `with`, whose end nobody can see. */
function has_no_cleanup(iter: ast.Expression, emit: StatementEmit): boolean {
  if (iter.tag !== "Call") return false;
  const callee = emit.facts.calls.callee(iter);
  if (callee.kind !== "function" && callee.kind !== "method") return false;
  return !some_node(callee.node, (each) => CLEANUP.has(each.tag));
}

const CLEANUP: ReadonlySet<string> = new Set(["Try", "TryStar", "With", "AsyncWith", "AsyncFor"]);
