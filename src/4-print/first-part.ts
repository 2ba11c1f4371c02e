// What the text of an expression begins with.
import type * as target from "../target/nodes.ts";

/** The part that an expression of several parts begins with; `null` where it begins with a word or sign of its own. */
export function first_part(node: target.Expression): target.Expression | null {
  switch (node.kind) {
    case "Binary":
      return node.left;
    case "Conditional":
      return node.test;
    case "Call":
      return node.callee;
    case "Member":
    case "Index":
      return node.object;
    case "As":
    case "NonNull":
      return node.value;
    default:
      return null;
  }
}
