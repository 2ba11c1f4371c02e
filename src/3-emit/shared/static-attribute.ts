// Attributes that the body of a class gives the class itself: those TypeScript knows as its statics.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Emit } from "../emit.ts";

/** The class, or one of the program above it, binds the name to a value in its body. */
export function is_static(node: ast.ClassDef, name: string, emit: Emit): boolean {
  const info = emit.facts.classes.info(node);
  if (info.class_attributes.has(name) && !info.methods.has(name)) return true;
  return info.bases.some((base) => base.type === "class" && is_static(base.node, name, emit));
}
