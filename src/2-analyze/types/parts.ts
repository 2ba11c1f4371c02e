// What a type is made of.
import type { Type } from "../../facts/types.ts";
import type { Cell } from "./cell.ts";
import { AsyncGenerator, Dict, Generator, List, RuntimeInstance, SetOf } from "./values.ts";

/** Types that stay, cells that may be filled. */
export function parts(type: Type): readonly (Type | Cell)[] {
  if (type instanceof List || type instanceof SetOf) return [type.cell];
  if (type instanceof Dict) return [type.keys, type.values];
  if (type instanceof RuntimeInstance) return type.cells;
  if (type instanceof Generator) return [type.yields, type.sent, type.returns];
  if (type instanceof AsyncGenerator) return [type.yields, type.sent];
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
    case "bound_method":
    case "runtime_method":
      return [type.receiver];
    default:
      return NONE;
  }
}

const NONE: readonly Type[] = [];
