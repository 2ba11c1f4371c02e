// Iterables that the text shows not to be empty: `range(10)`, `[a, b]`, `"abc"`.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Linked } from "./link-names.ts";

/** False where that is not certain. */
export function has_items(node: ast.Expression, linked: Linked): boolean {
  switch (node.tag) {
    case "List":
    case "Tuple":
    case "Set":
      return node.elts.some(({ tag }) => tag !== "Starred");
    case "Dict":
      return node.keys.some((key) => key !== null);
    case "Constant":
      return node.value.type === "str" && node.value.value !== "";
    case "Call":
      return call_has_items(node, linked);
    default:
      return false;
  }
}

function call_has_items({ func, args, keywords }: ast.Call, linked: Linked): boolean {
  if (func.tag !== "Name" || linked.resolutions.get(func)?.kind !== "builtin") return false;
  const [first, second, third] = args;
  if (first === undefined) return false;
  if (["enumerate", "reversed", "sorted", "list", "tuple"].includes(func.id))
    return has_items(first, linked);
  if (func.id !== "range" || keywords.length > 0 || third !== undefined) return false;
  const ends = second === undefined ? [0n, int(first)] : [int(first), int(second)];
  const [start, stop] = ends;
  return start != null && stop != null && start < stop;
}

function int(node: ast.Expression): bigint | null {
  return node.tag === "Constant" && node.value.type === "int" ? node.value.value : null;
}
