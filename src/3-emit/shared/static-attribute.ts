// Attributes that the body of a class gives the class itself: those TypeScript knows as its statics.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Emit } from "../emit.ts";
import { is_plain_value } from "./plain-value.ts";

/** The class, or one of the program above it, binds the name to a value in its body. */
export function is_static(node: ast.ClassDef, name: string, emit: Emit): boolean {
  const info = emit.facts.classes.info(node);
  if (info.class_attributes.has(name) && !info.methods.has(name)) return is_data(node, name, emit);
  return info.bases.some((base) => base.type === "class" && is_static(base.node, name, emit));
}

/** A function or descriptor is asked by the runtime what it is on the class. */
function is_data(node: ast.ClassDef, name: string, emit: Emit): boolean {
  if (emit.facts.classes.info(node).enumeration !== null) return true;
  for (const each of node.body) {
    const value = each.tag === "Assign" || each.tag === "AnnAssign" ? each.value : null;
    const targets =
      each.tag === "Assign" ? each.targets : each.tag === "AnnAssign" ? [each.target] : [];
    if (value !== null && targets.some((to) => to.tag === "Name" && to.id === name))
      return is_plain_value(value, emit);
  }
  return true;
}
