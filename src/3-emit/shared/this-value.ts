// `this` where the program only ever has objects of a subclass: `this as any`, TypeScript knows it by its own class.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Emit } from "../emit.ts";
import { members } from "./types.ts";

/** Whether the value that a method knows as `this` is known to be of subclasses that have more than its own class. */
export function is_of_subclass(node: ast.Name, emit: Emit): boolean {
  const owner = owner_of(emit);
  if (owner === null || emit.facts.classes.info(owner).is_made_by_runtime) return false;
  const known = members(emit.facts.types.of(node));
  return (
    known.length > 0 &&
    known.every(
      (each) => each.type === "instance" && each.node !== owner && has_more(each.node, owner, emit),
    )
  );
}

/** The class of the method. */
function owner_of(emit: Emit): ast.ClassDef | null {
  for (let at = emit.frame.parent; at !== null; at = at.parent)
    if (at.node.tag === "ClassDef") return at.node;
  return null;
}

function has_more(node: ast.ClassDef, owner: ast.ClassDef, emit: Emit): boolean {
  const own = names_of(owner, emit);
  return [...names_of(node, emit)].some((name) => !own.has(name));
}

/** What instances of the class have by its own text. */
function names_of(node: ast.ClassDef, emit: Emit): ReadonlySet<string> {
  const { methods, instance_attributes } = emit.facts.classes.info(node);
  return new Set(
    [...methods.keys(), ...instance_attributes.keys()].filter((name) => name !== "__init__"),
  );
}
