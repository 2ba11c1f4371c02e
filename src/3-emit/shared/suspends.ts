// Whether evaluating an expression can hand control to somebody else: awaits, blocking calls, yields.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Emit } from "../emit.ts";
import { is_deferred, some_node } from "./walk.ts";

/** What is emitted as `await` somewhere inside, functions of its own left out. */
export function suspends(node: ast.Node, emit: Emit): boolean {
  return some_node(
    node,
    (each) => is_suspension(each, emit),
    (each) => each === node || !is_deferred(each),
  );
}

/** Whether the source itself has an `await` or `async for` inside: what makes a generator expression an asynchronous one. */
export function has_await(node: ast.Node): boolean {
  return some_node(
    node,
    (each) =>
      each.tag === "Await" ||
      (each.tag === "comprehension" && (each as ast.Comprehension).is_async === 1),
    (each) => each === node || !is_deferred(each),
  );
}

function is_suspension(node: ast.Node, emit: Emit): boolean {
  switch (node.tag) {
    case "Await":
    case "Yield":
    case "YieldFrom":
      return true;
    case "comprehension":
      return (node as ast.Comprehension).is_async === 1;
    case "Call":
      return emit.facts.effects.of_call(node as ast.Call) === "blocking";
    default:
      return false;
  }
}
