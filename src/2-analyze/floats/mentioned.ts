// The lists of floats that values of a type may lead to.
import type { Type } from "../../facts/types.ts";
import type { Cell } from "../types/cell.ts";
import { Dict, Generator, List, members, RuntimeInstance, SetOf } from "../types/values.ts";
import { cell_of } from "./place-of.ts";

/** Cells of the items; objects of the program's classes are not looked into: what they have is read by name. */
export function mentioned(type: Type | undefined): readonly Cell[] {
  if (type === undefined) return [];
  const known = found_before.get(type);
  if (known !== undefined) return known;
  const found = new Set<Cell>();
  collect(type, found, new Set());
  const cells = [...found];
  found_before.set(type, cells);
  return cells;
}

const found_before = new WeakMap<Type, readonly Cell[]>();

function collect(type: Type, found: Set<Cell>, seen: Set<Cell>): void {
  for (const member of members(type)) {
    const cell = cell_of(member);
    if (cell !== null) found.add(cell);
    else for (const part of parts(member, seen)) collect(part, found, seen);
  }
}

function parts(type: Type, seen: Set<Cell>): readonly Type[] {
  if (type instanceof List || type instanceof SetOf) return inside([type.cell], seen);
  if (type instanceof Dict) return inside([type.keys, type.values], seen);
  if (type instanceof RuntimeInstance) return inside(type.cells, seen);
  if (type instanceof Generator) return [type.yields, type.returns];
  switch (type.type) {
    case "tuple":
      return type.elements;
    case "tuple_of":
    case "iterator":
    case "frozenset":
      return [type.element];
    case "coroutine":
    case "callable":
      return [type.returns];
    case "async_generator":
      return [type.yields];
    case "bound_method":
    case "runtime_method":
      return [type.receiver];
    default:
      return [];
  }
}

function inside(cells: readonly Cell[], seen: Set<Cell>): readonly Type[] {
  const fresh = cells.map(({ root }) => root).filter((root) => !seen.has(root));
  for (const root of fresh) seen.add(root);
  return fresh.map(({ value }) => value);
}
