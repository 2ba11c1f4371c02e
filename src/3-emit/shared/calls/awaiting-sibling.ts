// self.assertRaises(E, f) → this.assertRaises_awaiting(E, f) where f blocks
import type * as ast from "../../../../grammar/ast/index.ts";
import type * as target from "../../../target/nodes.ts";

/** The same call of the method's sibling that awaits the functions given to it. */
export function awaiting_sibling(
  started: target.Expression,
  { func }: ast.Call,
): target.Expression {
  if (func.tag !== "Attribute") return started;
  const { attr } = func;
  return renamed(started, (name) => (name === attr ? `${name}_awaiting` : name));
}

/** `x.m(…)`, `call_method(x, "m", …)`, `call_with(getattr(x, "m"), …)`. */
function renamed(node: target.Expression, name: (old: string) => string): target.Expression {
  if (node.kind === "Sequence") {
    const last = node.expressions.length - 1;
    const expressions = node.expressions.map((each, at) =>
      at === last ? renamed(each, name) : each,
    );
    return { ...node, expressions };
  }
  if (node.kind !== "Call") return node;
  if (node.callee.kind === "Member")
    return { ...node, callee: { ...node.callee, property: name(node.callee.property) } };
  const [first, second, ...rest] = node.arguments;
  if (second?.kind === "StringLiteral" && first !== undefined)
    return { ...node, arguments: [first, { ...second, value: name(second.value) }, ...rest] };
  if (first?.kind !== "Call") return node;
  return { ...node, arguments: [renamed(first, name), ...node.arguments.slice(1)] };
}
