// Comments among the elements of a bracketed list: carried over to what is emitted for the element.
import type * as ast from "../../../grammar/ast/index.ts";
import type * as target from "../../target/nodes.ts";
import { attached_to } from "../comments.ts";
import type { Emit } from "../emit.ts";

export function attached<N extends object>(
  node: ast.Node,
  emitted: N & target.Attached,
  emit: Emit,
): N & target.Attached {
  const found = attached_to(node, emit.trivia);
  if (found === null) return emitted;
  const leading = [...(found.leading ?? []), ...(emitted.leading ?? [])];
  return { ...emitted, ...found, ...(leading.length > 0 ? { leading } : {}) };
}
