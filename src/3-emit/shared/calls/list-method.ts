// xs.append(x) → xs.push(x), and the other methods of lists that arrays have as well
import type * as ast from "../../../../grammar/ast/index.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
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
  if (node.args.length > 0) return null;
  if (name === "reverse" && is_statement)
    return build.method_call(emit.expression(func.value), "reverse");
  return name === "copy" ? build.method_call(emit.expression(func.value), "slice") : null;
}
