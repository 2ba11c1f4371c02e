// What a type is made of.
import type { Type } from "../../facts/types.ts";
import type { Cell } from "./cell.ts";
import { AsyncGenerator, Dict, Generator, List, RuntimeInstance, SetOf } from "./values.ts";

/** Types that stay, cells that may be filled. */
export function parts(type: Type): readonly (Type | Cell)[] {
  switch (type.type) {
    case "list":
    case "set":
      return type instanceof List || type instanceof SetOf ? [type.cell] : NONE;
    case "dict":
      return type instanceof Dict ? [type.keys, type.values] : NONE;
    case "runtime_instance":
      return type instanceof RuntimeInstance ? type.cells : NONE;
    case "generator":
      return type instanceof Generator ? [type.yields, type.sent, type.returns] : NONE;
    case "async_generator":
      return type instanceof AsyncGenerator ? [type.yields, type.sent] : NONE;
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
