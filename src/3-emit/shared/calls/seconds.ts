// Arguments that are a time in seconds: there 1.0 may as well be 1, nobody sees the difference.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { Emit } from "../../emit.ts";

/** The place of the argument (or its keyword) that the callee only waits for. */
const SECONDS: ReadonlyMap<string, readonly [place: number, keyword: string]> = new Map([
  ["asyncio:sleep", [0, "delay"]],
  ["asyncio:wait_for", [1, "timeout"]],
  ["asyncio:wait", [-1, "timeout"]],
  ["asyncio:timeout", [0, "delay"]],
  ["asyncio:call_later", [0, "delay"]],
  ["asyncio:call_at", [0, "when"]],
  ["time:sleep", [0, "secs"]],
] as const);

/** Which of the call's arguments that is; `null` for none. */
export function seconds_argument(node: ast.Call, emit: Emit): ast.Expression | null {
  const callee = emit.facts.calls.callee(node);
  if (callee.kind !== "runtime") return null;
  const { module, name } = callee.callable;
  const key = `${module === "_" ? "asyncio" : module}:${name.slice(name.lastIndexOf(".") + 1)}`;
  const found = SECONDS.get(key);
  if (found === undefined) return null;
  const [place, keyword] = found;
  return node.args[place] ?? node.keywords.find(({ arg }) => arg === keyword)?.value ?? null;
}
