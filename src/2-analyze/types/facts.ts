// The facts about types and ranges, read out of what the fixed point has left.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Ranges, Types } from "../../facts/facts.ts";
import type { Range, Type } from "../../facts/types.ts";
import type { Program } from "../program/program.ts";
import type { ModuleRecord } from "../program/records.ts";
import { hull } from "../ranges/interval.ts";
import { int_range } from "./operators.ts";
import { plain_type } from "./plain.ts";
import { BOOL, is_never, is_unknown, List, members } from "./values.ts";

export function types_of(program: Program, module: ModuleRecord): Types {
  const plain = new WeakMap<object, Type>();
  return {
    of(node) {
      const known = plain.get(node);
      if (known !== undefined) return known;
      const is_not = node.tag === "UnaryOp" && node.op === "Not";
      const type = is_not ? BOOL : plain_type(module.types.get(node));
      plain.set(node, type);
      return type;
    },
    of_binding: (binding) => plain_type(program.binding(binding).root.value),
    returns: (node) => plain_type(program.functions.get(node)?.returns.root.value),
    yields: (node) => plain_type(program.functions.get(node)?.yields.root.value),
    parameter(node) {
      const binding = module.scopes.defined_by(node);
      return plain_type(program.binding(binding).root.value);
    },
    only_grows: (node) => only_grows(module.types.get(node)),
    of_result: (node) => plain_type(module.augmented.get(node)),
  };
}

/** What code out of sight holds may change at any time; what lies in a list that escaped is not known. */
function only_grows(type: Type | undefined): boolean {
  if (!(type instanceof List)) return false;
  const { shrinks, leaks, value } = type.cell.root;
  return !shrinks && !leaks && !is_unknown(value);
}

export function ranges_of(module: ModuleRecord): Ranges {
  const results = new Map<ast.Node, Type>();
  for (const [node, type] of module.augmented) results.set(node.target, type);
  return {
    of(node) {
      const own = range_of(module.types.get(node));
      const stored = results.get(node);
      if (own === null || stored === undefined) return known(own);
      const result = range_of(stored);
      return result === null ? null : known(hull(own, result));
    },
  };
}

/** The interval of a type whose values are all ints. */
function range_of(type: Type | undefined): Range | null {
  if (type === undefined || is_never(type)) return null;
  let range: Range | null = null;
  for (const member of members(type)) {
    const own = int_range(member);
    if (own === null) return null;
    range = range === null ? own : hull(range, own);
  }
  return range;
}

function known(range: Range | null): Range | null {
  return range?.min === -Infinity && range.max === Infinity ? null : range;
}
