// What the constructor of a class of the program takes.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { ParameterInfo } from "../../../facts/calls.ts";
import type { Emit } from "../../emit.ts";
import { is_marker } from "../construction.ts";

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

/** Neither the class nor one above it, up to `object`, has an `__init__` or `__new__`. */
export function takes_nothing(node: ast.ClassDef, emit: Emit): boolean {
  const info = emit.facts.classes.info(node);
  if (node.decorator_list.length > 0 || info.enumeration !== null || info.is_made_by_runtime)
    return false;
  if (info.methods.has("__init__") || info.methods.has("__new__")) return false;
  return info.bases.every((base, index) =>
    base.type === "class" ? takes_nothing(base.node, emit) : is_marker(base, node.bases[index]),
  );
}
