// asyncio.Lock(loop=loop), asyncio.wait([f()]) where only Python 3.11 and later can run the program → asyncio.refuse_legacy_arguments() above it
import type * as ast from "../../grammar/ast/index.ts";
import { tagged } from "../../grammar/ast/tagged.ts";
import type { Project, PythonVersion } from "../project.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import type { StatementEmit } from "./shared/statement-emit.ts";
import { some_node } from "./shared/walk.ts";

/**
 * `loop=` and coroutines that are waited for are accepted as Python 3.9 did, for scripts to be migrated; a program
 * that was written for 3.11 gets the TypeError that it got there.
 */
export function legacy_refused(
  module: ast.Module,
  emit: StatementEmit,
  { python }: Project,
): readonly target.Statement[] {
  if (!emit.facts.effects.needs_python_311) return [];
  const is_legacy = tagged(module, "Call").some(
    (call) => gives_loop(call) || waits_for_coroutines(call, emit, python),
  );
  if (!is_legacy) return [];
  return [build.statement(build.call(emit.runtime("asyncio", "refuse_legacy_arguments"), []))];
}

function gives_loop({ func, keywords }: ast.Call): boolean {
  const name = func.tag === "Attribute" ? func.attr : func.tag === "Name" ? func.id : "";
  return !TAKES_LOOP.has(name) && keywords.some(({ arg }) => arg === "loop");
}

/** `asyncio.wait([f(), g()])`, `wait(f(x) for x in xs)`. */
function waits_for_coroutines(
  { func, args }: ast.Call,
  emit: StatementEmit,
  python: PythonVersion | undefined,
): boolean {
  const name = func.tag === "Attribute" ? func.attr : func.tag === "Name" ? func.id : "";
  const waited = args[0];
  // who names the Python wants it exactly, whatever is waited for
  if (python !== undefined) return name === "wait";
  return (
    name === "wait" &&
    waited !== undefined &&
    some_node(waited, makes_coroutine, ({ tag }) => tag !== "Call")
  );

  function makes_coroutine(each: ast.Node): boolean {
    return each.tag === "Call" && emit.facts.effects.of_call(each as ast.Call) === "coroutine";
  }
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
