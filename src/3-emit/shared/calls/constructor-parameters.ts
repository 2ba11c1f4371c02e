// What the constructor of a class of the program takes.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { ParameterInfo } from "../../../facts/calls.ts";
import type { Emit } from "../../emit.ts";

/** The parameters of the first `__init__` up the bases, without `self`; `null` where that is not the program's own. */
export function constructor_parameters(
  node: ast.ClassDef,
  emit: Emit,
): readonly ParameterInfo[] | null {
  if (node.decorator_list.length > 0) return null;
  const info = emit.facts.classes.info(node);
  if (info.enumeration !== null) return null;
  const init = info.methods.get("__init__");
  if (init !== undefined) return emit.facts.calls.parameters(init).slice(1);
  for (const base of info.bases) {
    if (base.type !== "class") return null;
    const inherited = constructor_parameters(base.node, emit);
    if (inherited !== null) return inherited;
  }
  return null;
}
