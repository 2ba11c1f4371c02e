// What emission asks of enumerations: `color == Color.RED` → color === Color.RED; `for c in Color` → for (const c of Color)
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import type { Emit } from "../emit.ts";
import { members } from "./types.ts";

/** One is such a member; TypeScript compares it only with what may be one of its class. */
export function are_comparable_members(left: Type, right: Type, emit: Emit): boolean {
  const [one, other] = is_plain_member(left, emit) ? [left, right] : [right, left];
  if (!is_plain_member(one, emit)) return false;
  if (other.type === "unknown") return true;
  return members(other).some(
    (each) =>
      each.type === "instance" &&
      members(one).some((member) => member.type === "instance" && member.node === each.node),
  );
}

/** Whether `==` with the value is identity, whatever stands on the other side. */
export function is_plain_member(type: Type, emit: Emit): boolean {
  const all = members(type);
  return (
    all.length > 0 &&
    all.every(
      (member) =>
        member.type === "instance" &&
        (emit.facts.classes.info(member.node).enumeration?.is_plain ?? false),
    )
  );
}

/** `Color.RED`: nothing else can be assigned to it. */
export function is_enum_member(node: ast.Attribute, emit: Emit): boolean {
  const type = emit.facts.types.of(node.value);
  if (type.type !== "class") return false;
  return emit.facts.classes.info(type.node).enumeration?.members.has(node.attr) ?? false;
}

/** A class whose members can be gone through. */
export function is_enumeration(type: Type, emit: Emit): boolean {
  return type.type === "class" && emit.facts.classes.info(type.node).enumeration !== null;
}
