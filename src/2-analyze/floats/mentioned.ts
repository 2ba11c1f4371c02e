// The lists of floats that values of a type may lead to.
import type { Type } from "../../facts/types.ts";
import { Cell } from "../types/cell.ts";
import { parts } from "../types/parts.ts";
import { members } from "../types/values.ts";
import { cell_of } from "./place-of.ts";

/** Cells of the items; objects of the program's classes are not looked into: what they have is read by name. */
export function mentioned(type: Type | undefined): readonly Cell[] {
  if (type === undefined || (type.type !== "union" && parts(type).length === 0)) return [];
  const known = found_before.get(type);
  if (known !== undefined) return known;
  const found = new Set<Cell>();
  collect(type, found, new Set());
  const cells = [...found];
  found_before.set(type, cells);
  return cells;
}

const found_before = new WeakMap<Type, readonly Cell[]>();

function collect(whole: Type, found: Set<Cell>, seen: Set<Cell>): void {
  for (const member of members(whole)) {
    const cell = cell_of(member);
    if (cell !== null) found.add(cell);
    else
      for (const part of parts(member))
        for (const type of fresh(part, seen)) collect(type, found, seen);
  }
}

/** Each cell is looked into once. */
function fresh(part: Type | Cell, seen: Set<Cell>): readonly Type[] {
  if (!(part instanceof Cell)) return [part];
  if (seen.has(part.root)) return [];
  seen.add(part.root);
  return [part.root.value];
}
