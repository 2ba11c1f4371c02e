// with a as x: … → const scope = enter(a); try { … } catch (error) { scope.raised(error); } finally { scope.leave(); }
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_ignored } from "../shared/ignored.ts";
import { suppresses } from "../shared/suppression.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { declaring_keyword, store } from "../shared/store.ts";

export function with_(
  node: ast.With | ast.AsyncWith,
  emit: StatementEmit,
): readonly target.Statement[] {
  return item_at(node, 0, emit.within({ is_finalized: true }));
}

function item_at(
  node: ast.With | ast.AsyncWith,
  index: number,
  emit: StatementEmit,
): readonly target.Statement[] {
  const item = node.items[index];
  if (item === undefined) return emit.statements(node.body, node);
  const inner = (): readonly target.Statement[] => item_at(node, index + 1, emit);
  if (is_lock(item, node, emit)) return locked(item, inner, emit);
  return entered(node, item, inner, emit);
}

/** A lock never looks at the exception. */
function locked(
  item: ast.WithItem,
  inner: () => readonly target.Statement[],
  emit: StatementEmit,
): readonly target.Statement[] {
  const kept: target.Statement[] = [];
  let lock = emit.expression(item.context_expr);
  if (item.context_expr.tag !== "Name" && !is_own_attribute(item.context_expr)) {
    const name = emit.fresh("lock");
    kept.push(build.const_(name, lock));
    lock = build.identifier(name);
  }
  const acquire = build.statement(build.await_(build.method_call(lock, "acquire")));
  const release = build.statement(build.method_call(lock, "release"));
  const body = build.block(inner());
  return [...kept, acquire, build.try_(body, { finalizer: build.block([release]) })];
}

function entered(
  node: ast.With | ast.AsyncWith,
  item: ast.WithItem,
  inner: () => readonly target.Statement[],
  emit: StatementEmit,
): readonly target.Statement[] {
  const is_async = node.tag === "AsyncWith";
  const waits = is_async || emit.facts.effects.blocks(node);
  const manager = emit.expression(item.context_expr);
  const wait = (value: target.Expression): target.Expression => {
    const placed = build.from(item.context_expr, value);
    return waits ? build.from(item.context_expr, build.await_(placed)) : placed;
  };
  const scope = emit.fresh("scope");
  const error = emit.scoped("error");
  const place = build.identifier(scope);
  const enter = emit.builtin(is_async ? "enter_async" : waits ? "enter_blocking" : "enter");
  const bound =
    item.optional_vars === null || is_ignored(item.optional_vars, emit.facts)
      ? []
      : store(
          item.optional_vars,
          build.member(place, "value"),
          entered_type(item.optional_vars, emit),
          declaring_keyword(item.optional_vars, emit),
          emit,
        );
  const body = build.block([...bound, ...inner()]);
  const raised = wait(build.method_call(place, "raised", [build.identifier(error)]));
  const rethrow = suppresses(item.context_expr, is_async, emit.facts)
    ? build.statement(raised)
    : build.throw_(raised);
  return [
    build.const_(scope, wait(build.call(enter, [manager]))),
    build.try_(body, {
      parameter: build.identifier(error),
      handler: build.block([rethrow]),
      finalizer: build.block([build.statement(wait(build.method_call(place, "leave")))]),
    }),
  ];
}

/** What `as` binds, as far as the names that it binds are known. */
function entered_type(to: ast.Expression, emit: StatementEmit): Type {
  return emit.facts.types.of(to);
}

const LOCKS: ReadonlySet<string> = new Set(["Lock", "Semaphore", "BoundedSemaphore", "Condition"]);

function is_lock(item: ast.WithItem, node: ast.With | ast.AsyncWith, emit: StatementEmit): boolean {
  if (item.optional_vars !== null) return false;
  const type = emit.facts.types.of(item.context_expr);
  if (type.type !== "runtime_instance" || !LOCKS.has(type.name)) return false;
  return type.module.startsWith("asyncio") && node.tag === "AsyncWith";
}

function is_own_attribute(node: ast.Expression): boolean {
  return node.tag === "Attribute" && node.value.tag === "Name" && node.value.id === "self";
}
