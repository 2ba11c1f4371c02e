// xs.append(x) → xs.push(x), and the other methods of lists that arrays have as well
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { is_never_none } from "../items.ts";
import { literal_int } from "../kinds.ts";
import { is_discarded } from "../discarded.ts";

export function list_method(
  node: ast.Call,
  func: ast.Attribute,
  name: string,
  emit: Emit,
): target.Expression | null {
  const [first] = node.args;
  if (node.keywords.length > 0 || first?.tag === "Starred") return null;
  // JavaScript's methods return what Python's do not: fine as long as nobody looks.
  const is_statement = is_discarded(node, emit);
  if (name === "append" && node.args.length === 1 && first !== undefined && is_statement)
    return build.method_call(emit.expression(func.value), "push", [emit.expression(first)]);
  if (name === "pop" && !is_statement) return popped(node, func, emit);
  if (node.args.length > 0) return null;
  if (name === "reverse" && is_statement)
    return build.method_call(emit.expression(func.value), "reverse");
  return name === "copy" ? build.method_call(emit.expression(func.value), "slice") : null;
}

/** `xs.pop()` → `xs.pop() ?? pop_error()`, `xs.pop(0)` → `xs.shift() ?? pop_error()`. */
function popped(node: ast.Call, func: ast.Attribute, emit: Emit): target.Expression | null {
  const [place, ...others] = node.args;
  if (others.length > 0 || !is_never_none(node, emit)) return null;
  if (place !== undefined && literal_int(place) !== 0) return null;
  const method = place === undefined ? "pop" : "shift";
  const item = build.method_call(emit.expression(func.value), method, []);
  return build.binary("??", item, build.from(node, build.call(emit.builtin("pop_error"), [])));
}
