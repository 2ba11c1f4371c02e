// Where an assigned value goes: names, attributes, items, and what is unpacked.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import type { Inference } from "./inference.ts";
import { store_item } from "./iteration.ts";
import { List, members, UNKNOWN } from "./values.ts";

export function assign(inference: Inference, target: ast.Expression, type: Type): void {
  switch (target.tag) {
    case "Name":
      return inference.bind(inference.module.scopes.defined_by(target), type);
    case "Attribute":
      return inference.store_attribute(inference.of(target.value), target.attr, type);
    case "Subscript": {
      const container = inference.of(target.value);
      return store_item(inference, container, inference.of(target.slice), type, target);
    }
    case "Tuple":
    case "List":
      return unpack(inference, target.elts, type);
    default:
      return;
  }
}

function unpack(inference: Inference, targets: readonly ast.Expression[], type: Type): void {
  const star = targets.findIndex(({ tag }) => tag === "Starred");
  const after = star < 0 ? 0 : targets.length - star - 1;
  targets.forEach((target, index) => {
    if (target.tag !== "Starred") {
      const is_behind = star >= 0 && index > star;
      const place = is_behind ? index - targets.length : index;
      return inference.assign(target, item(inference, type, place, targets.length, star >= 0));
    }
    const cell = inference.program.site(target);
    inference.heap.store(cell, middle(inference, type, star, after));
    inference.assign(target.value, new List(cell));
  });
}

function item(
  inference: Inference,
  type: Type,
  place: number,
  count: number,
  has_star: boolean,
): Type {
  if (type.type === "unknown") return UNKNOWN;
  const parts = members(type).map((member) => {
    if (member.type !== "tuple") return inference.element(member);
    const fits = has_star ? member.elements.length >= count - 1 : member.elements.length === count;
    if (!fits) return inference.element(member);
    return member.elements.at(place) ?? UNKNOWN;
  });
  return inference.heap.join_all(parts);
}

function middle(inference: Inference, type: Type, before: number, after: number): Type {
  if (type.type === "unknown") return UNKNOWN;
  const parts = members(type).map((member) => {
    if (member.type !== "tuple") return inference.element(member);
    const end = member.elements.length - after;
    return inference.heap.join_all(member.elements.slice(before, Math.max(before, end)));
  });
  return inference.heap.join_all(parts);
}
