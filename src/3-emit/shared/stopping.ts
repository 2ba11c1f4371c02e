// Generators out of whose bodies StopIteration may come: PEP 479 makes a RuntimeError of it.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Effect, FunctionNode } from "../../facts/effects.ts";
import type { Emit } from "../emit.ts";
import { children } from "./walk.ts";

/** The statements of the body; in a `try` where one of them may raise StopIteration. */
export function with_stops_told(
  node: FunctionNode,
  statements: readonly target.Statement[],
  emit: Emit,
): readonly target.Statement[] {
  const { effect } = emit.frame;
  const kind = KINDS.get(effect);
  if (kind === undefined || node.tag === "Lambda") return statements;
  const stops = effect === "async_generator" ? STOPS : STOP_ITERATION;
  if (!node.body.some((statement) => may_stop(statement, stops))) return statements;
  const error = build.identifier(emit.fresh("error"));
  const kinds = effect === "generator" ? [] : [build.string(kind)];
  const told = build.call(emit.builtin("generator_error"), [error, ...kinds]);
  return [
    build.try_(build.block(statements), {
      parameter: error,
      handler: build.block([build.throw_(told)]),
    }),
  ];
}

/** The bodies that can't be left by a StopIteration, in Python's words. */
const KINDS: ReadonlyMap<Effect, string> = new Map<Effect, string>([
  ["generator", "generator"],
  ["async_generator", "async generator"],
  ["coroutine", "coroutine"],
]);

function may_stop(node: ast.Node, stops: ReadonlySet<string>): boolean {
  switch (node.tag) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
    case "Lambda":
      return false;
    case "Raise": {
      const { exc } = node as ast.Raise;
      const raised = exc?.tag === "Call" ? exc.func : exc;
      if (raised?.tag === "Name" && stops.has(raised.id)) return true;
      break;
    }
    case "Call":
      if (is_bare_next(node as ast.Call)) return true;
      break;
    case "Try": {
      const { body, handlers, orelse, finalbody } = node as ast.Try;
      const inside = handlers.some(catches_stop) ? [] : body;
      return [...inside, ...handlers, ...orelse, ...finalbody].some((each) =>
        may_stop(each, stops),
      );
    }
    default:
      break;
  }
  return children(node).some((child) => may_stop(child, stops));
}

const STOP_ITERATION: ReadonlySet<string> = new Set(["StopIteration"]);
const STOPS: ReadonlySet<string> = new Set(["StopIteration", "StopAsyncIteration"]);

/** `next(x)` without a value for the end. */
function is_bare_next({ func, args }: ast.Call): boolean {
  if (func.tag === "Attribute") return func.attr === "__next__" && args.length === 0;
  return func.tag === "Name" && func.id === "next" && args.length === 1;
}

function catches_stop({ type }: ast.ExceptHandler): boolean {
  if (type === null) return true;
  const types = type.tag === "Tuple" ? type.elts : [type];
  return types.some(
    (each) =>
      each.tag === "Name" &&
      (STOPS.has(each.id) || each.id === "Exception" || each.id === "BaseException"),
  );
}
