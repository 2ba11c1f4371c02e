// self.n = n; super().__init__(f"w{self.n}") → super(`w${n}`): there is no `this` yet, but what `self.n` gives is known.
import type * as target from "../../target/nodes.ts";

/** The call of `super` with these values for what it reads of `this`. */
export function with_kept_values(
  call: target.Statement,
  before: readonly target.Statement[],
  kept: ReadonlySet<string>,
): target.Statement {
  const values = new Map<string, target.Expression>();
  for (const each of before) {
    if (each.kind !== "ExpressionStatement" || each.expression.kind !== "Assignment") continue;
    const { target: to, value } = each.expression;
    if (to.kind === "Member" && to.object.kind === "This" && kept.has(to.property))
      values.set(to.property, value);
  }
  return values.size === 0 ? call : replaced(call, values);
}

function replaced<T>(node: T, values: ReadonlyMap<string, target.Expression>): T {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((each) => replaced(each, values)) as T;
  const value = value_of(node as Partial<target.Expression>, values);
  if (value !== undefined) return value as T;
  const copy: Record<string, unknown> = {};
  // The nodes of the Python text are no part of the tree.
  for (const [key, part] of Object.entries(node))
    copy[key] = key === "origin" ? part : replaced(part, values);
  return copy as T;
}

function value_of(
  node: Partial<target.Expression>,
  values: ReadonlyMap<string, target.Expression>,
): target.Expression | undefined {
  if (node.kind !== "Member") return undefined;
  const { object, property } = node as target.Member;
  return object.kind === "This" ? values.get(property) : undefined;
}
