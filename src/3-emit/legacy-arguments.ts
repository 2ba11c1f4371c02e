// asyncio.Lock(loop=loop) in a program that only Python 3.11 and later can run → asyncio.refuse_legacy_arguments() above it
import type * as ast from "../../grammar/ast/index.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import type { StatementEmit } from "./shared/statement-emit.ts";
import { some_node } from "./shared/walk.ts";

/**
 * `loop=` is accepted as Python 3.9 did, for scripts to be migrated; a program that was written for 3.11 gets the
 * TypeError that it got there.
 */
export function legacy_refused(
  module: ast.Module,
  emit: StatementEmit,
): readonly target.Statement[] {
  if (!emit.facts.effects.needs_python_311) return [];
  if (!some_node(module, gives_loop)) return [];
  return [build.statement(build.call(emit.runtime("asyncio", "refuse_legacy_arguments"), []))];
}

function gives_loop(node: ast.Node): boolean {
  if (node.tag !== "Call") return false;
  const { func, keywords } = node as ast.Call;
  const name = func.tag === "Attribute" ? func.attr : func.tag === "Name" ? func.id : "";
  return !TAKES_LOOP.has(name) && keywords.some(({ arg }) => arg === "loop");
}

/** What takes a loop in 3.13 too. */
const TAKES_LOOP: ReadonlySet<string> = new Set([
  "Future",
  "FlowControlMixin",
  "StreamReader",
  "StreamReaderProtocol",
  "Task",
  "ensure_future",
  "run_coroutine_threadsafe",
  "wrap_future",
]);
