// Whether xs[i] is certainly there: then JavaScript's own index does what Python's does.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { Binding } from "../../../facts/scopes.ts";
import type { Emit } from "../../emit.ts";
import { is_a, safe_range, type_of } from "../kinds.ts";
import { is_at_most_length, limits_of, size_of } from "./limits.ts";
import { binding_of, value_of } from "./origins.ts";

/**
 * True only where `0 <= index < len(container)` holds for every value of both: the container is a variable with a list
 * that nobody takes items out of (a tuple of known length as well), and the index comes from a loop over its length,
 * from a remainder of it, or is bounded by the number of items that it was made with.
 */
export function is_within({ value, slice }: ast.Subscript, emit: Emit): boolean {
  if (!is_a(slice, emit, "int")) return false;
  const range = safe_range(slice, emit);
  if (range === null || range.min < 0) return false;
  const type = type_of(value, emit);
  if (type.type === "tuple") return range.max < type.elements.length;
  if (value.tag !== "Name" || type.type !== "list") return false;
  const binding = binding_of(value, emit);
  if (binding === null || !emit.facts.types.only_grows(value)) return false;
  return range.max < least_size(binding, emit) || is_below_length(slice, binding, value, emit);
}

function is_below_length(
  index: ast.Expression,
  list: Binding,
  place: ast.Node,
  emit: Emit,
): boolean {
  return limits_of(index, place, emit).some((limit) => is_at_most_length(limit, list, emit));
}

/** How many items the list was made with, where that is a plain number. */
function least_size(list: Binding, emit: Emit): number {
  const made = value_of(list, emit);
  const size = made === null ? null : size_of(made, emit);
  return size?.base === null ? size.offset : 0;
}
