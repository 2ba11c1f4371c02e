// untraced(E, x), untraced.int(x), untraced.at(d, k): errors whose trace nobody sees are raised without it.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Emit } from "../emit.ts";

/** `throw new E(x)` → `throw untraced(E, x)`; the error as it is where its trace may be seen. */
export function untraced_error(
  node: ast.Raise,
  error: target.Expression,
  emit: Emit,
): target.Expression {
  if (error.kind !== "New" || !emit.facts.traces.is_unseen(node)) return error;
  return build.call(emit.builtin("untraced"), [error.callee, ...error.arguments]);
}

/** What reads an item or a number, with an error that has no trace, where nobody sees it. */
export function untraced_read(
  node: ast.Call | ast.Subscript,
  read: target.Expression,
  emit: Emit,
): target.Expression {
  return emit.facts.traces.is_unseen(node) ? without_trace(read, emit) : read;
}

function without_trace(read: target.Expression, emit: Emit): target.Expression {
  if (read.kind === "Binary" && read.operator === "??")
    return build.binary("??", read.left, without_trace(read.right, emit));
  if (read.kind !== "Call") return read;
  const { callee, arguments: args } = read;
  const call = (name: string, given: typeof args): target.Expression =>
    build.call(build.member(emit.builtin("untraced"), name), given);
  if (callee.kind === "Member" && callee.property === "at")
    return call("at", [callee.object, ...args]);
  const name =
    callee.kind === "Identifier" ? callee.runtime?.replace(/^builtins\./, "") : undefined;
  return name !== undefined && NAMES.has(name) ? call(name, args) : read;
}

const NAMES: ReadonlySet<string> = new Set(["int", "float", "getitem", "index_error"]);
