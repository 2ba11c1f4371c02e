// len(a, b) → call_error("len() takes exactly one argument (2 given)", a, b)
import type * as ast from "../../../../grammar/ast/index.ts";
import { arity_complaint } from "../../../facts/arity.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";

/** A call of what CPython writes in C, with more arguments or fewer than it takes; `null` where it fits, or may. */
export function arity_error(
  node: ast.Call,
  callable: string,
  emit: Emit,
): target.Expression | null {
  if (node.keywords.length > 0 || node.args.some(({ tag }) => tag === "Starred")) return null;
  const complaint = arity_complaint(callable, node.args.length);
  if (complaint === null) return null;
  const object =
    node.func.tag === "Attribute" && emit.facts.types.of(node.func.value).type !== "module"
      ? [node.func.value]
      : [];
  const evaluated = [...object, ...node.args].map((each) => emit.expression(each));
  return build.call(emit.builtin("call_error"), [build.string(complaint), ...evaluated]);
}
