// Generators and coroutines out of whose bodies StopIteration may come: PEP 479 makes a RuntimeError of it.
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Effect, FunctionNode } from "../../facts/effects.ts";
import type { Emit } from "../emit.ts";

/** The statements of the body; in a `try` where one of them may raise StopIteration. */
export function with_stops_told(
  node: FunctionNode,
  statements: readonly target.Statement[],
  emit: Emit,
): readonly target.Statement[] {
  const { effect } = emit.frame;
  const kind = KINDS.get(effect);
  if (kind === undefined || !emit.facts.effects.may_stop(node)) return statements;
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
