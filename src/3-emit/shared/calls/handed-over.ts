// Coroutine calls that stand where the runtime takes an awaitable: `create_task(f(x))`, `gather(f(x), g(y))`.
import type * as ast from "../../../../grammar/ast/index.ts";
import { tagged } from "../../../../grammar/ast/tagged.ts";
import type { Callee } from "../../../facts/calls.ts";
import type { Emit } from "../../emit.ts";

/** - one: the runtime starts it once, and nothing else is handed over beside it. - many: one of several. */
export type HandedOver = "one" | "many";

const known = new WeakMap<ast.Node, ReadonlyMap<ast.Node, HandedOver>>();

/** How the value of a call is handed to the runtime; `null` when it is not. */
export function handed_over(node: ast.Call, emit: Emit): HandedOver | null {
  const module = emit.facts.scopes.module.node;
  let found = known.get(module);
  if (found === undefined) {
    const map = new Map<ast.Node, HandedOver>();
    for (const call of tagged(module, "Call")) note(call, map, emit);
    found = map;
    known.set(module, found);
  }
  return found.get(node) ?? null;
}

function note(call: ast.Call, found: Map<ast.Node, HandedOver>, emit: Emit): void {
  const takes = awaitable_parameter(emit.facts.calls.callee(call));
  if (takes === null) return;
  const [first] = call.args;
  if (takes === "all") {
    for (const arg of call.args) note_value(arg.tag === "Starred" ? null : arg, "many", found);
    for (const arg of call.args) if (arg.tag === "Starred") note_elements(arg.value, found);
  } else if (takes === "iterable") {
    if (first !== undefined) note_elements(first, found);
  } else {
    const given = first ?? call.keywords.find(({ arg }) => arg === "coro" || arg === "main")?.value;
    note_value(given ?? null, "one", found);
  }
}

function note_value(
  node: ast.Expression | null,
  how: HandedOver,
  found: Map<ast.Node, HandedOver>,
): void {
  if (node?.tag === "Call") found.set(node, how);
}

/** The elements of a display, or what a comprehension gives for each item. */
function note_elements(node: ast.Expression, found: Map<ast.Node, HandedOver>): void {
  switch (node.tag) {
    case "List":
    case "Tuple":
    case "Set":
      for (const each of node.elts) note_value(each, "many", found);
      break;
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      note_value(node.elt, "many", found);
      break;
    default:
      break;
  }
}

/** Whether an argument of the call stands where the runtime takes an awaitable. */
export function takes_awaitable(call: ast.Call, argument: ast.Expression, emit: Emit): boolean {
  const takes = awaitable_parameter(emit.facts.calls.callee(call));
  return takes === "all" || (takes === "first" && call.args[0] === argument);
}

/** Which parameters of a runtime function take awaitables. */
function awaitable_parameter(callee: Callee): "first" | "all" | "iterable" | null {
  if (callee.kind !== "runtime" && callee.kind !== "runtime_class") return null;
  const { module, name } = callee.callable;
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (module === UNEXPORTED) return LOOP_METHODS.has(last) ? "first" : null;
  // A condition waits for a function.
  if (name.endsWith(".wait_for")) return null;
  // `_`: classes that no module exports, like the event loop behind its public name.
  if (!module.startsWith("asyncio") && module !== "_") return null;
  if (ALL.has(last)) return "all";
  if (ITERABLE.has(last)) return "iterable";
  return FIRST.has(last) ? "first" : null;
}

/** Where the declared API keeps classes that no module exports: the loop's base among them. */
const UNEXPORTED = "_";
const LOOP_METHODS: ReadonlySet<string> = new Set(["create_task", "run_until_complete"]);
const ALL: ReadonlySet<string> = new Set(["gather"]);
const ITERABLE: ReadonlySet<string> = new Set(["wait", "as_completed"]);
const FIRST: ReadonlySet<string> = new Set([
  "run",
  "create_task",
  "ensure_future",
  "wait_for",
  "shield",
  "run_until_complete",
  "run_coroutine_threadsafe",
  "Task",
]);
