// What goes into the targets of loops and of unpacking: numbers out of lists keep the form that they have there.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import type { ModuleRecord } from "../program/records.ts";
import { Dict, members, UNKNOWN } from "../types/values.ts";
import { builtin_callee, cell_of, places_of } from "./place-of.ts";
import type { Place, Places } from "./places.ts";

/** A value that a target takes: its type, and the place out of which it comes where that is a list of floats. */
interface Given {
  readonly type: Type;
  readonly from: Place | null;
}

/** `for target in iter`: of a loop or a comprehension. */
export function iterate(
  target: ast.Expression,
  iter: ast.Expression,
  module: ModuleRecord,
  places: Places,
): void {
  const together = iterated_together(iter, module);
  const backwards = reversed_list(iter, module);
  if (backwards !== null) return give(target, items_of(backwards), module, places);
  if (together === null) return give(target, items_of(module.types.get(iter)), module, places);
  if (target.tag !== "Tuple" || target.elts.length !== together.length) {
    for (const each of together) if (each.from !== null) places.spoil(each.from);
    return give(target, { type: UNKNOWN, from: null }, module, places);
  }
  target.elts.forEach((each, index) =>
    give(each, together[index] ?? { type: UNKNOWN, from: null }, module, places),
  );
}

/** `xs` of `reversed(xs)`. */
function reversed_list(iter: ast.Expression, module: ModuleRecord): Type | null {
  if (iter.tag !== "Call" || builtin_callee(iter, module) !== "reversed") return null;
  const [list] = iter.args;
  return list === undefined ? null : (module.types.get(list) ?? null);
}

/** `target = value` where the target is a pattern. */
export function unpack(
  target: ast.Tuple | ast.List,
  value: ast.Expression,
  module: ModuleRecord,
  places: Places,
): void {
  give(target, { type: module.types.get(value) ?? UNKNOWN, from: null }, module, places);
}

function give(target: ast.Expression, given: Given, module: ModuleRecord, places: Places): void {
  if (target.tag !== "Tuple" && target.tag !== "List") {
    const inner = target.tag === "Starred" ? target.value : target;
    if (target.tag === "Starred" && given.from !== null) places.spoil(given.from);
    const own = module.types.get(inner);
    const cell = target.tag === "Starred" ? cell_of(own) : null;
    if (cell !== null) places.spoil(cell);
    for (const place of places_of(inner, module))
      if (given.from === null || target.tag === "Starred") places.spoil(place);
      else places.same(place, given.from);
    return;
  }
  target.elts.forEach((each, index) => give(each, item_at(given.type, index), module, places));
}

function item_at(type: Type, index: number): Given {
  if (type.type === "tuple") return { type: type.elements[index] ?? UNKNOWN, from: null };
  return items_of(type);
}

/** What iterating gives. */
function items_of(type: Type | undefined): Given {
  const none: Given = { type: UNKNOWN, from: null };
  if (type === undefined) return none;
  if (members(type).length !== 1) return none;
  const cell = cell_of(type);
  if (cell !== null) return { type: cell.value, from: cell };
  if (type instanceof Dict) return { type: type.key, from: null };
  switch (type.type) {
    case "list":
    case "set":
    case "frozenset":
    case "tuple_of":
    case "iterator":
      return { type: type.element, from: null };
    case "generator":
      return { type: type.yields, from: null };
    case "runtime_instance":
      return { type: type.arguments[0] ?? UNKNOWN, from: null };
    default:
      return none;
  }
}

/** The parts of what `zip(a, b)` and `enumerate(a)` give; `null` for all else. */
export function iterated_together(
  iter: ast.Expression,
  module: ModuleRecord,
): readonly Given[] | null {
  if (iter.tag !== "Call" || iter.keywords.length > 0) return null;
  if (iter.args.some(({ tag }) => tag === "Starred")) return null;
  const name = builtin_callee(iter, module);
  const parts = iter.args.map((each) => items_of(module.types.get(each)));
  if (name === "zip") return parts;
  const [only, ...others] = parts;
  if (name !== "enumerate" || only === undefined || others.length > 0) return null;
  return [{ type: UNKNOWN, from: null }, only];
}
